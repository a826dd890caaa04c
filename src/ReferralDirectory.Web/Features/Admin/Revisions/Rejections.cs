using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>Reads what was rejected, for its author.</summary>
public sealed class Rejections(RevisionArchive archive, StaffNames staff, Reader reader, Texts texts)
{
    /// <summary>Null where nothing of the actor's was, or they have written about the same since.</summary>
    public async Task<RejectedView?> FindAsync(Actor actor, Subject subject, CancellationToken cancellationToken)
    {
        if (await archive.RejectedAsync(actor, subject, cancellationToken) is not { } rejected)
        {
            return null;
        }

        var names = await staff.ReadAsync([rejected.DecidedById], cancellationToken);
        return new RejectedView(rejected.Id, rejected.Reason ?? "", RevisionView.ByAt(rejected.DecidedById, rejected.DecidedAt ?? rejected.CreatedAt, names, reader, texts));
    }
}
