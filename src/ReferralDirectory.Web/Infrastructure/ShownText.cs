namespace ReferralDirectory.Web.Infrastructure;

/// <summary>A text of the directory on a page.</summary>
/// <param name="Text">The text.</param>
/// <param name="Lang">For <c>lang</c>, where the text is not in the page's language; otherwise null.</param>
public sealed record ShownText(string Text, string? Lang);
