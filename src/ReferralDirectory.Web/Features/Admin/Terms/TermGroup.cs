using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Terms;

/// <summary>Terms of one kind, those that are public and those that are not yet.</summary>
public sealed record TermGroup(string Title, string NewHref, string New, IReadOnlyList<TermLine> Terms)
{
    public static TermGroup From(SubjectKind kind, ImmutableArray<PublishedTerm> terms, Actor actor, IReadOnlyList<RevisionSummary> open, Reader reader, Texts texts) => new(
        texts[$"Admin.Terms.{kind}"],
        EditingLinks.NewTerm(kind),
        texts[$"Admin.Term.New.{kind}"],
        [
            .. terms.Select(term => TermLine.From(new Subject(kind, term.Id), reader.Show(term.Name), actor, open, texts)),
            .. open.Where(revision => revision.Subject.Kind == kind && terms.All(term => term.Id != revision.Subject.Id)).DistinctBy(revision => revision.Subject)
                .Select(revision => TermLine.From(revision.Subject, revision.Name is { } name ? reader.Show(name) : new ShownText(texts["Admin.Terms.NoName"], null), actor, open, texts)),
        ]);
}
