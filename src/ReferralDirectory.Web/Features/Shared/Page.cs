namespace ReferralDirectory.Web.Features.Shared;

/// <summary>What the layout needs of every page.</summary>
public abstract record Page
{
    /// <summary>Stands in the tab and in history lists: neutral.</summary>
    public required string Title { get; init; }

    /// <summary>Where the page is; null for where it was asked for.</summary>
    public string? Path { get; init; }

    /// <summary>What was asked of the page, as the end of its address: the same in every language.</summary>
    public string Asked { get; init; } = "";

    /// <summary>True where a text of the page is a translation that nobody reviewed.</summary>
    public bool HasUnreviewedText { get; init; }

    /// <summary>True where the address exists in every language; false for an error.</summary>
    public bool IsInEveryLanguage { get; init; } = true;
}
