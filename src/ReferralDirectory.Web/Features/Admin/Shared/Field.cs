namespace ReferralDirectory.Web.Features.Admin.Shared;

/// <summary>One labelled field of a form; shows what was typed and what is wrong with it.</summary>
/// <param name="Name">Of the field, and the key of its errors.</param>
/// <param name="Label">Its label.</param>
public sealed record Field(string Name, string Label)
{
    public string Type { get; init; } = "text";

    public string? Value { get; init; }

    public string? Hint { get; init; }

    public string? Autocomplete { get; init; }

    public string? InputMode { get; init; }

    public int? MaxLength { get; init; }

    public bool IsLong { get; init; }

    public bool IsOptional { get; init; }
}
