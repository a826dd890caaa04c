namespace ReferralDirectory.Core.Content;

/// <summary>Something wrong in a content file.</summary>
/// <param name="File">Path below the content folder, with forward slashes.</param>
/// <param name="Line">From 1; 0 where the fault is the file itself.</param>
/// <param name="Message">What is wrong and what to do, in English.</param>
public sealed record ContentFault(string File, int Line, string Message)
{
    /// <summary>The form that editors and terminals turn into a link: <c>file:line: message</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {Message}";
}
