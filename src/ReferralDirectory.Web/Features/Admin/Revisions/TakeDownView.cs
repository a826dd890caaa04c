using Microsoft.AspNetCore.Html;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>That an entry was taken down, in words.</summary>
/// <param name="ByAt">Who did it, and when.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="When">For sorting, UTC.</param>
public sealed record TakeDownView(IHtmlContent ByAt, string Reason, DateTime When)
{
    public static TakeDownView From(TakeDown takeDown, IReadOnlyDictionary<Guid, string> names, Reader reader, Texts texts) =>
        new(RevisionView.ByAt(takeDown.ById, takeDown.At, names, reader, texts), takeDown.Reason, takeDown.At);
}
