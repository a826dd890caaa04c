using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>That an entry was taken down, in words.</summary>
/// <param name="ByAt">Who did it, and when.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="When">For sorting, UTC.</param>
public sealed record TakeDownView(string ByAt, string Reason, DateTime When)
{
    public static TakeDownView From(TakeDown takeDown, IReadOnlyDictionary<Guid, string> names, Texts texts) =>
        new(texts["Admin.ByAt", RevisionView.NameOf(takeDown.ById, names, texts), RevisionView.At(takeDown.At)], takeDown.Reason, takeDown.At);
}
