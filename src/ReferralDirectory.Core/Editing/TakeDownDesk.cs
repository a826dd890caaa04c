using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing;

/// <summary>Where an entry is hidden from the public at once. Bringing it back: <see cref="RestoreDesk.BringBackAsync"/>.</summary>
public sealed class TakeDownDesk(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    /// <summary>
    /// Takes an organisation down: one person is enough, an editor of it, a reviewer of its country or an administrator. Reload
    /// the published directory afterwards. Drafts go on; publishing one does not bring the entry back.
    /// </summary>
    /// <param name="actor">Who.</param>
    /// <param name="organisationId">Which.</param>
    /// <param name="reason">Stands in the audit log, from where <see cref="TakeDownArchive"/> shows it to colleagues; must be given, at most <see cref="Revision.ReasonMaxLength"/> characters, without names.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Done without a revision; NotFound; Faulty; NothingChanged where it is down already.</returns>
    public Task<EditResult> TakeDownAsync(Actor actor, Guid organisationId, string reason, CancellationToken cancellationToken) =>
        EditingSession.RunAsync(databases, time, actor, async session =>
        {
            var state = await session.StateAsync(new Subject(SubjectKind.Organisation, organisationId), null);
            if (state.Entity is not Organisation organisation || !actor.MayRead(state.Subject, state.CountryId))
            {
                return new EditResult.NotFound();
            }

            if (RevisionChanges.FaultsOfReason(reason) is { IsEmpty: false } faults)
            {
                return new EditResult.Faulty(faults);
            }

            if (state.IsTakenDown)
            {
                return new EditResult.NothingChanged();
            }

            // Makes the first revision, where there is none yet, while the version is still the one that open forms were filled from.
            await session.PublishedAsync(state);
            organisation.TakenDown = session.Now;
            organisation.Version = Guid.NewGuid();
            await session.SaveAsync(AuditAction.TakenDown, state, null, TextDraft.Stored(reason));
            return new EditResult.Done(null, []);
        }, cancellationToken);
}
