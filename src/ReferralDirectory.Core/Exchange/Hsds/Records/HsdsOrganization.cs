namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>organization</c> of the standard.</summary>
public sealed record HsdsOrganization
{
    /// <summary>The organisation's own.</summary>
    public required Guid Id { get; init; }

    /// <summary>In the language that was asked for.</summary>
    public required string Name { get; init; }

    /// <summary>The name it gives itself, where that is another.</summary>
    public string? AlternateName { get; init; }

    /// <summary>What its services say; the standard requires a text, and an entry has none of its own.</summary>
    public required string Description { get; init; }

    /// <summary>Its first e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Its first website.</summary>
    public string? Website { get; init; }

    /// <summary><c>unreviewed</c> where one of its services has that.</summary>
    public string? Translation { get; init; }

    /// <summary>Further websites, and accounts in messengers.</summary>
    public IReadOnlyList<HsdsUrl>? AdditionalWebsites { get; init; }

    /// <summary>Further e-mail addresses; never a person.</summary>
    public IReadOnlyList<HsdsContact>? Contacts { get; init; }

    /// <summary>Its numbers.</summary>
    public IReadOnlyList<HsdsPhone>? Phones { get; init; }

    /// <summary>Where it is.</summary>
    public IReadOnlyList<HsdsLocation>? Locations { get; init; }

    /// <summary>What it offers.</summary>
    public IReadOnlyList<HsdsService>? Services { get; init; }
}
