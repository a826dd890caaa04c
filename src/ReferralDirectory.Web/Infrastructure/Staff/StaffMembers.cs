using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Who may enter and what they may do; changed by administrators.</summary>
public sealed class StaffMembers(DirectoryDb db, StaffSessions sessions, StaffAudit audit, TimeProvider time)
{
    /// <summary>Everybody, with grants and passkeys.</summary>
    public Task<List<StaffMember>> AllAsync(CancellationToken cancellationToken) =>
        db.StaffMembers.AsNoTracking().Include(member => member.Grants).Include(member => member.Passkeys).OrderBy(member => member.NormalizedUserName).ToListAsync(cancellationToken);

    /// <summary>One of them.</summary>
    public Task<StaffMember?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.StaffMembers.Include(member => member.Grants).Include(member => member.Passkeys).FirstOrDefaultAsync(member => member.Id == id, cancellationToken);

    /// <summary>The one with an address.</summary>
    public Task<StaffMember> FindByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var name = StaffMember.Normalize(email);
        return db.StaffMembers.Include(member => member.Grants).FirstAsync(member => member.NormalizedUserName == name, cancellationToken);
    }

    /// <summary>By the command on the server: lets somebody in again, and makes them an administrator.</summary>
    public async Task MakeAdministratorAsync(StaffMember member, CancellationToken cancellationToken)
    {
        if (!member.Grants.Exists(grant => grant.Role == StaffRole.Administrator))
        {
            db.Add(new StaffGrant { Role = StaffRole.Administrator, StaffMemberId = member.Id });
            await db.SaveChangesAsync(cancellationToken);
        }

        if (member.RevokedAt is not null)
        {
            await RestoreAsync(member, null, cancellationToken);
        }
    }

    /// <summary>Reviewers who can sign in.</summary>
    public Task<int> CountReviewersAsync(CancellationToken cancellationToken) =>
        db.StaffMembers.CountAsync(member => member.RevokedAt == null && member.PasswordHash != null && member.Grants.Any(grant => grant.Role == StaffRole.Reviewer), cancellationToken);

    /// <summary>Changes what somebody may do.</summary>
    /// <returns>False where nobody could administer the site any more; nothing was changed.</returns>
    public async Task<bool> GrantAsync(StaffMember member, IReadOnlyList<StaffGrant> grants, Guid actor, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!grants.Any(grant => grant.Role == StaffRole.Administrator) && await IsLastAdministratorAsync(member, cancellationToken))
        {
            return false;
        }

        member.Grants.RemoveAll(old => !grants.Any(old.IsSameAs));
        member.Grants.AddRange(grants.Where(grant => !member.Grants.Exists(grant.IsSameAs)).ToList());
        db.AddRange(member.Grants.Where(grant => db.Entry(grant).State == EntityState.Detached));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        audit.GrantsChanged(actor, member.Id);
        return true;
    }

    /// <summary>Shuts somebody out, at once.</summary>
    /// <returns>False where nobody could administer the site any more; nothing was changed.</returns>
    public async Task<bool> RevokeAsync(StaffMember member, string reason, Guid actor, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await IsLastAdministratorAsync(member, cancellationToken))
        {
            return false;
        }

        member.RevokedAt = time.GetUtcNow().UtcDateTime;
        member.RevocationReason = reason;
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(member.Id);
        await db.StaffInvitations.Where(invitation => invitation.StaffMemberId == member.Id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        audit.Revoked(actor, member.Id);
        return true;
    }

    /// <summary>Lets somebody in again; what they may do is as before.</summary>
    public async Task RestoreAsync(StaffMember member, Guid? actor, CancellationToken cancellationToken)
    {
        member.RevokedAt = null;
        member.RevocationReason = null;
        await db.SaveChangesAsync(cancellationToken);
        audit.Restored(actor, member.Id);
    }

    // Inside a transaction that writes: of two administrators who shut each other out, one comes first.
    private async Task<bool> IsLastAdministratorAsync(StaffMember member, CancellationToken cancellationToken) =>
        await db.StaffGrants.AnyAsync(grant => grant.StaffMemberId == member.Id && grant.Role == StaffRole.Administrator, cancellationToken)
        && !await db.StaffMembers.AnyAsync(other => other.Id != member.Id && other.RevokedAt == null && other.PasswordHash != null && other.Grants.Any(grant => grant.Role == StaffRole.Administrator), cancellationToken);
}
