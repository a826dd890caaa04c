using ReferralDirectory.Core.Editing;

namespace ReferralDirectory.Web.Features.Admin.Drafts;

/// <summary>Takes up again what was rejected.</summary>
public sealed class Resuming(RevisionArchive archive, RestoreDesk desk)
{
    /// <returns>Done with the new draft; NothingChanged where its author has written about the same since; otherwise as <see cref="RestoreDesk.ResumeAsync"/>.</returns>
    public async Task<EditResult> ResumeAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        await archive.FindAsync(actor, id, cancellationToken) is not { Summary: { } revision } ? new EditResult.NotFound()
        : revision.AuthorId != actor.Id ? new EditResult.NotAllowed()
        : (await archive.RejectedAsync(actor, revision.Subject, cancellationToken))?.Id != id ? new EditResult.NothingChanged()
        : await desk.ResumeAsync(actor, id, cancellationToken);
}
