using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Who may enter and what they may do; changed by administrators.</summary>
public sealed class StaffMembers(DirectoryDb db, StaffSessions sessions, StaffAudit audit, TimeProvider time)
{
    private IQueryable<StaffMember> CanSignIn => db.StaffMembers.Where(member => member.RevokedAt == null && member.PasswordHash != null);

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

    /// <summary>The one who can sign in with an address; null where nobody can.</summary>
    public Task<Guid?> IdOfAsync(string email, CancellationToken cancellationToken)
    {
        var name = StaffMember.Normalize(email);
        return CanSignIn.Where(member => member.NormalizedUserName == name).Select(member => (Guid?)member.Id).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>By the command on the server: lets somebody in again, and makes them an administrator.</summary>
    public async Task MakeAdministratorAsync(StaffMember member, CancellationToken cancellationToken)
    {
        if (!member.Grants.Exists(grant => grant.Role == StaffRole.Administrator))
        {
            var grant = new StaffGrant { Role = StaffRole.Administrator, StaffMemberId = member.Id };
            db.Add(grant);
            await audit.TryRecordAsync(null, member.Id, () => Task.FromResult<IReadOnlyList<StaffAct>>([new StaffAct(AuditAction.RoleGranted, grant.AuditDetail)]), cancellationToken);
        }

        if (member.RevokedAt is not null)
        {
            await RestoreAsync(member, null, cancellationToken);
        }
    }

    /// <summary>Of the countries that concern somebody, those where fewer than two reviewers can sign in.</summary>
    public Task<List<Guid>> CountriesShortOfReviewersAsync(StaffAccess access, CancellationToken cancellationToken) => db.Countries
        .Where(country => access.IsAdministrator || access.Countries.Contains(country.Id) || db.Organisations.Any(organisation => organisation.CountryId == country.Id && access.Organisations.Contains(organisation.Id)))
        .Where(country => CanSignIn.Count(member => member.Grants.Any(grant => grant.Role == StaffRole.Reviewer && grant.CountryId == country.Id)) < 2)
        .Select(country => country.Id)
        .ToListAsync(cancellationToken);

    /// <summary>Administrators who can sign in.</summary>
    public Task<int> CountAdministratorsAsync(CancellationToken cancellationToken) =>
        CanSignIn.CountAsync(member => member.Grants.Any(grant => grant.Role == StaffRole.Administrator), cancellationToken);

    /// <summary>A mark of what somebody may do: it goes into the form and comes back with it.</summary>
    public static string MarkOf(IEnumerable<StaffGrant> grants) => OneTimeSecret.Hash(string.Join('|', grants.Select(grant => grant.AuditDetail).Order(StringComparer.Ordinal)));

    /// <summary>Changes what somebody may do.</summary>
    /// <param name="member">Who.</param>
    /// <param name="grants">What they may do from now on.</param>
    /// <param name="mark"><see cref="MarkOf"/> what the administrator saw.</param>
    /// <param name="actor">Who changes it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<GrantResult> GrantAsync(StaffMember member, IReadOnlyList<StaffGrant> grants, string? mark, Guid actor, CancellationToken cancellationToken)
    {
        var result = GrantResult.Done;
        await audit.TryRecordAsync(actor, member.Id, ChangeAsync, cancellationToken);
        return result;

        async Task<IReadOnlyList<StaffAct>> ChangeAsync()
        {
            // As they are where nobody else can write.
            var held = await db.StaffGrants.AsNoTracking().Where(grant => grant.StaffMemberId == member.Id).ToListAsync(cancellationToken);
            if (MarkOf(held) != mark || MarkOf(member.Grants) != mark)
            {
                result = GrantResult.Overtaken;
                return [];
            }

            var withdrawn = member.Grants.Where(old => !grants.Any(old.IsSameAs)).ToList();
            var granted = grants.Where(grant => !member.Grants.Exists(grant.IsSameAs)).ToList();
            if (!grants.Any(grant => grant.Role == StaffRole.Administrator) && await IsLastAdministratorAsync(member, cancellationToken))
            {
                result = GrantResult.LastAdministrator;
                return [];
            }

            member.Grants.RemoveAll(withdrawn.Contains);
            member.Grants.AddRange(granted);
            db.AddRange(granted);
            return
            [
                .. withdrawn.Select(grant => new StaffAct(AuditAction.RoleWithdrawn, grant.AuditDetail)),
                .. granted.Select(grant => new StaffAct(AuditAction.RoleGranted, grant.AuditDetail)),
            ];
        }
    }

    /// <summary>Shuts somebody out, at once.</summary>
    /// <returns>False where nobody could administer the site any more; nothing was changed.</returns>
    public Task<bool> RevokeAsync(StaffMember member, string reason, Guid actor, CancellationToken cancellationToken)
    {
        return audit.TryRecordAsync(actor, member.Id, AuditAction.ShutOut, ShutOutAsync, cancellationToken);

        async Task<bool> ShutOutAsync()
        {
            if (await IsLastAdministratorAsync(member, cancellationToken))
            {
                return false;
            }

            member.RevokedAt = time.GetUtcNow().UtcDateTime;
            member.RevocationReason = reason;
            await sessions.EndAllAsync(member.Id);
            await db.StaffInvitations.Where(invitation => invitation.StaffMemberId == member.Id).ExecuteDeleteAsync(cancellationToken);
            return true;
        }
    }

    /// <summary>Lets somebody in again; what they may do is as before.</summary>
    public Task RestoreAsync(StaffMember member, Guid? actor, CancellationToken cancellationToken)
    {
        member.RevokedAt = null;
        member.RevocationReason = null;
        return audit.RecordAsync(actor, member.Id, AuditAction.LetBackIn, () => Task.CompletedTask, cancellationToken);
    }

    // Inside a transaction that writes: of two administrators who shut each other out, one comes first.
    private async Task<bool> IsLastAdministratorAsync(StaffMember member, CancellationToken cancellationToken) =>
        await db.StaffGrants.AnyAsync(grant => grant.StaffMemberId == member.Id && grant.Role == StaffRole.Administrator, cancellationToken)
        && !await CanSignIn.AnyAsync(other => other.Id != member.Id && other.Grants.Any(grant => grant.Role == StaffRole.Administrator), cancellationToken);
}
