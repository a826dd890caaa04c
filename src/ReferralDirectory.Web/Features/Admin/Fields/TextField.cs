using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>A text somebody types.</summary>
public sealed record TextField : Field
{
    public string Value { get; init; } = "";

    /// <summary>As <c>type</c> of an input: the keyboard of a phone goes by it.</summary>
    public string Type { get; init; } = "text";

    /// <summary>What the browser may fill in.</summary>
    public string Autocomplete { get; init; } = "off";

    /// <summary>The keyboard of a phone, where <see cref="Type"/> does not say it.</summary>
    public string? InputMode { get; init; }

    /// <summary>The browser does not send the form without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>It can be read and copied, not changed; it is posted all the same.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>More than one gives a text area.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>Characters; only said, so that what is too long can be shortened instead of being cut off.</summary>
    public int? MaxLength { get; init; }

    public string? Lang { get; init; }

    public string? Dir { get; init; }

    /// <summary>True for a time or a day, which need no more room than they take.</summary>
    public bool IsShort { get; init; }

    /// <summary>The same, only to be read and copied; nothing where nothing was typed.</summary>
    public IReadOnlyList<TextField> ToCopy() => Value.Trim().Length == 0 ? [] : [this with { IsReadOnly = true, Hint = null, Error = null, MaxLength = null }];

    /// <summary>With what was posted, and what is wrong with it. A password is never written back.</summary>
    public TextField In(ModelStateDictionary posted) => this with
    {
        Value = Type == "password" ? "" : posted[Name]?.AttemptedValue ?? Value,
        Error = posted[Name]?.Errors.FirstOrDefault()?.ErrorMessage,
    };
}
