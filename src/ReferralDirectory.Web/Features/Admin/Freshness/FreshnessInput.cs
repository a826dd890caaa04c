using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Features.Admin.Freshness;

/// <summary>Where somebody stands in the queue, and what they sent from there.</summary>
public sealed record FreshnessInput
{
    public FreshnessFilter Show { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>How they checked; null where they did not say.</summary>
    public ConfirmationMethod? How { get; init; }

    /// <summary>Contacts that were ticked.</summary>
    public Guid[] Contact { get; init; } = [];

    /// <summary>The one contact whose own button was pressed; null for the button of all that are ticked.</summary>
    public Guid? One { get; init; }

    /// <summary>What was just confirmed: ticks of its moment; null for nothing.</summary>
    public long? Done { get; init; }

    /// <summary>Of these, how many could not be confirmed.</summary>
    public int Gone { get; init; }

    /// <summary>Contacts that are to be confirmed.</summary>
    public IReadOnlyList<Guid> Chosen => One is { } one ? [one] : [.. Contact.Distinct()];
}
