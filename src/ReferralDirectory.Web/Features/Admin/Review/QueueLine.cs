using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Review;

/// <summary>One revision that waits.</summary>
/// <param name="Revision">What it is.</param>
/// <param name="Fields">What it touches.</param>
/// <param name="TouchesContact">A number, address or website is among it, or what looks like one in a text.</param>
/// <param name="IsNew">The public has never seen the entry, or it was taken down.</param>
/// <param name="Href">Where it is read.</param>
public sealed record QueueLine(RevisionView Revision, string Fields, bool TouchesContact, bool IsNew, string Href)
{
    public static QueueLine From(QueuedRevision queued, IReadOnlyDictionary<Guid, string> names, Reader reader, Texts texts) => new(
        RevisionView.From(queued.Summary, names, reader, texts),
        string.Join(", ", ChangeList.FieldsOf(queued.Differences, texts)),
        queued.Reasons.Any(reason => reason is SecondPersonReason.Contact or SecondPersonReason.Hotline or SecondPersonReason.Address or SecondPersonReason.ContactInText),
        queued.Reasons.Any(reason => reason is SecondPersonReason.NewEntry or SecondPersonReason.BringsBack),
        EditingLinks.Review(queued.Summary.Id));
}
