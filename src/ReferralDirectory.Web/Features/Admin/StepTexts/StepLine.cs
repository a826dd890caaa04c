using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.StepTexts;

/// <summary>One step's text in one language.</summary>
/// <param name="Name">Step and language.</param>
/// <param name="State">Original or translation, and whether that is still true to it.</param>
/// <param name="Open">What is being written about it; empty where nothing is.</param>
/// <param name="EditHref">Null for whoever may only read.</param>
/// <param name="HistoryHref">Everything it ever said; null where nothing was ever written.</param>
/// <param name="PublicHref">Where the public sees it; null where it is not there yet.</param>
public sealed record StepLine(string Name, string State, IReadOnlyList<string> Open, string? EditHref, string? HistoryHref, string? PublicHref)
{
    public static StepLine From(StepTextPlace place, Actor actor, IReadOnlyList<RevisionSummary> open, Reader reader, Texts texts)
    {
        var subject = new Subject(SubjectKind.StepText, place.Id);
        var written = open.Where(revision => revision.Subject == subject).ToList();
        return new StepLine(
            SubjectNames.StepName(place.Step, place.Language.Value, reader, texts),
            texts[place.Text is not { } text ? "Admin.TextState.None" : Translation.IsOutdated(text.State, text.OfHash, place.Original.Content) ? "Admin.TextState.Outdated" : $"Admin.TextState.{text.State}"],
            [.. written.Select(revision => texts[revision.AuthorId == actor.Id ? $"Admin.Open.Own.{revision.State}" : $"Admin.Open.{revision.State}"])],
            actor.ReviewsCountries.Contains(place.Country.Id) ? EditingLinks.Step(place.Id) : null,
            place.Text is null && written.Count == 0 ? null : EditingLinks.History(subject),
            place.Text is null ? null : new Links(place.Language, place.Country.Slug).Step(place.Step.Key));
    }
}
