using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.StepTexts;

/// <summary>One step's text in one language.</summary>
/// <param name="Name">Step and language.</param>
/// <param name="State">Original or translation, and whether that is still true to it.</param>
/// <param name="Open">What is being written about it; empty where nothing is.</param>
/// <param name="EditHref">Null for whoever may only read.</param>
/// <param name="HistoryHref">Everything it ever said.</param>
/// <param name="PublicHref">Where the public sees it.</param>
public sealed record StepLine(string Name, string State, IReadOnlyList<string> Open, string? EditHref, string HistoryHref, string PublicHref)
{
    public static StepLine From(PublishedCountry country, PublishedStep step, StepText text, Actor actor, IReadOnlyList<RevisionSummary> open, Reader reader, Texts texts)
    {
        var subject = new Subject(SubjectKind.StepText, text.Id);
        return new StepLine(
            SubjectNames.StepName(step, text.Language.Value, reader, texts),
            texts[IsOutdated(step, text) ? "Admin.TextState.Outdated" : $"Admin.TextState.{text.State}"],
            [.. open.Where(revision => revision.Subject == subject).Select(revision => texts[revision.AuthorId == actor.Id ? $"Admin.Open.Own.{revision.State}" : $"Admin.Open.{revision.State}"])],
            actor.ReviewsCountries.Contains(country.Id) ? EditingLinks.Step(text.Id) : null,
            EditingLinks.History(subject),
            new Links(text.Language, country.Slug).Step(step.Key));
    }

    private static bool IsOutdated(PublishedStep step, StepText text) =>
        text.State != TranslationState.Original && step.Texts.FirstOrDefault(other => other.State == TranslationState.Original) is { } original
        && text.OfHash is { } hash && hash != Translation.HashOf(original.Content);
}
