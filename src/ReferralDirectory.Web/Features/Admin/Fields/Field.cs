using System.Text.RegularExpressions;

namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>One question of a form: <c>_Field</c> shows it, <see cref="PostedForm"/> reads the answer.</summary>
public abstract partial record Field
{
    /// <summary>The name under which it is posted; where it belongs to a draft, the path of its faults.</summary>
    public required string Name { get; init; }

    public required string Label { get; init; }

    public string? Hint { get; init; }

    /// <summary>What is wrong, and what to do about it; null where nothing is.</summary>
    public string? Error { get; init; }

    public string Id => IdOf(Name);

    /// <summary>For <c>aria-describedby</c>; null where there is nothing to hear.</summary>
    public string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (not null, null) => $"{Id}-hint",
        (null, not null) => $"{Id}-error",
        (not null, not null) => $"{Id}-hint {Id}-error",
    };

    /// <summary>Lines for the summary at the top of the page.</summary>
    public virtual IEnumerable<FieldError> Errors => Error is null ? [] : [new FieldError(Id, $"{Label}: {Error}")];

    public static string IdOf(string name) => NotInAnId().Replace(name, "-").Trim('-');

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInAnId();
}
