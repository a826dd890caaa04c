using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Terms;

/// <summary>Every term of the taxonomy, in the order of lists.</summary>
public sealed record TermListPage : StaffPage
{
    public required IReadOnlyList<TermGroup> Groups { get; init; }

    public static TermListPage For(Actor actor, IReadOnlyList<RevisionSummary> open, Reader reader, Texts texts) => new()
    {
        Title = texts["Admin.Terms.Title"],
        Groups =
        [
            TermGroup.From(SubjectKind.AssistanceType, reader.Directory.AssistanceTypes, actor, open, reader, texts),
            TermGroup.From(SubjectKind.Audience, reader.Directory.Audiences, actor, open, reader, texts),
        ],
    };
}
