using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Revisions;

namespace ReferralDirectory.Web.Features.Admin.Drafts;

/// <summary>Hands a draft in, and publishes it where that was asked for.</summary>
public sealed class Sending(DraftDesk drafts, ReviewDesk reviews, RevisionArchive archive, PublicDirectory directory)
{
    /// <returns>What the last step said: where a draft was handed in but not published, why not.</returns>
    public async Task<EditResult> SendAsync(Actor actor, Guid id, SendForm form, CancellationToken cancellationToken)
    {
        var (version, refused) = await SaveNoteAsync(actor, id, form, cancellationToken);
        var result = refused ?? await drafts.SubmitAsync(actor, id, version, cancellationToken);
        if (!form.Publish)
        {
            return result;
        }

        result = result is EditResult.Done { Revision: { } sent } ? await reviews.PublishAsync(actor, id, sent.Version, cancellationToken) : result;
        await directory.ShowAsync(result, actor, id);
        return result;
    }

    // The note belongs to the draft, so a new one is saved with it.
    private async Task<(Guid Version, EditResult? Refused)> SaveNoteAsync(Actor actor, Guid id, SendForm form, CancellationToken cancellationToken)
    {
        var note = TextDraft.Stored(form.Note ?? "");
        if (await archive.FindAsync(actor, id, cancellationToken) is not { } details)
        {
            return (form.Version, new EditResult.NotFound());
        }

        if (details.Summary.Note == note)
        {
            return (form.Version, null);
        }

        var saved = await drafts.SaveAsync(actor, new DraftInput { Draft = details.Draft, RevisionId = id, RevisionVersion = form.Version, Note = note }, cancellationToken);
        return saved is EditResult.Done { Revision: { } revision } ? (revision.Version, null) : (form.Version, saved);
    }
}
