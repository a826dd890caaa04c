using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Translations;

/// <summary>The list of what is not translated, or not any more, or not yet reviewed.</summary>
public sealed record TranslationsPage : StaffPage
{
    /// <summary>States, with how many texts each has.</summary>
    public required IReadOnlyList<FilterLink> States { get; init; }

    /// <summary>Empty where there is only one language to translate into.</summary>
    public required IReadOnlyList<FilterLink> Languages { get; init; }

    public required IReadOnlyList<Line> Lines { get; init; }

    public required Pagination Pages { get; init; }

    /// <summary>A subject in a language.</summary>
    /// <param name="Name">The subject's.</param>
    /// <param name="What">What sort of thing, and the language.</param>
    /// <param name="States">For each state the texts that have it, in words.</param>
    /// <param name="Href">Where it is mended; null for whoever may not.</param>
    public sealed record Line(ShownText Name, string What, IReadOnlyList<string> States, string? Href);
}
