using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Terms;

/// <summary>One term of a list.</summary>
/// <param name="Name">The term.</param>
/// <param name="Open">What is being written about it; empty where nothing is.</param>
/// <param name="EditHref">Where it is edited; for what somebody else sent, where it is read.</param>
/// <param name="HistoryHref">Everything it ever said.</param>
public sealed record TermLine(ShownText Name, IReadOnlyList<string> Open, string EditHref, string HistoryHref)
{
    public static TermLine From(Subject term, ShownText name, Actor actor, IReadOnlyList<RevisionSummary> open, Texts texts) => new(
        name,
        [.. open.Where(revision => revision.Subject == term).Select(revision => texts[revision.AuthorId == actor.Id ? $"Admin.Open.Own.{revision.State}" : $"Admin.Open.{revision.State}"])],
        EditingLinks.Term(term),
        EditingLinks.History(term));
}
