using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Who may enter and what they may do; changed by administrators.</summary>
public sealed class StaffMembers(DirectoryDb db, StaffSessions sessions, StaffInvitations invitations, StaffAudit audit, TimeProvider time)
{
    // With a password alone nobody gets further than to the page where they set up the rest.
    private IQueryable<StaffMember> CanSignIn => db.StaffMembers.Where(member => member.RevokedAt == null && member.PasswordHash != null && (member.AuthenticatorKey != null || member.Passkeys.Any()));

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
    /// <returns>The token of the link by which they were let in again; null where they were not shut out.</returns>
    public async Task<string?> MakeAdministratorAsync(StaffMember member, CancellationToken cancellationToken)
    {
        if (!member.Grants.Exists(grant => grant.Role == StaffRole.Administrator))
        {
            var grant = new StaffGrant { Role = StaffRole.Administrator, StaffMemberId = member.Id };
            db.Add(grant);
            await audit.TryRecordAsync(null, member.Id, () => Task.FromResult<IReadOnlyList<StaffAct>>([new StaffAct(AuditAction.RoleGranted, grant.AuditDetail)]), cancellationToken);
        }

        return member.RevokedAt is null ? null : (await RestoreAsync(member, MarkOf(member), null, cancellationToken)).Token;
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

    /// <summary>A mark of whether somebody is shut out, and since when: it goes into the form and comes back with it.</summary>
    public static string MarkOf(StaffMember member) => member.RevokedAt is { } at ? at.Ticks.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>
    /// Changes what somebody may do. What they made for others ends with the role by which they made it: an administrator's links to
    /// accounts, a reviewer's links for organisations.
    /// </summary>
    /// <param name="member">Who.</param>
    /// <param name="grants">What they may do from now on.</param>
    /// <param name="mark"><see cref="MarkOf(IEnumerable{StaffGrant})"/> what the administrator saw.</param>
    /// <param name="actor">Who changes it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AccountResult> GrantAsync(StaffMember member, IReadOnlyList<StaffGrant> grants, string? mark, Guid actor, CancellationToken cancellationToken)
    {
        var result = AccountResult.NotAllowed;
        await audit.TryAdministerAsync(actor, member.Id, ChangeAsync, cancellationToken);
        return result;

        async Task<IReadOnlyList<StaffAct>> ChangeAsync()
        {
            // As they are where nobody else can write.
            var held = await db.StaffGrants.AsNoTracking().Where(grant => grant.StaffMemberId == member.Id).ToListAsync(cancellationToken);
            if (MarkOf(held) != mark || MarkOf(member.Grants) != mark)
            {
                result = AccountResult.Overtaken;
                return [];
            }

            var withdrawn = member.Grants.Where(old => !grants.Any(old.IsSameAs)).ToList();
            var granted = grants.Where(grant => !member.Grants.Exists(grant.IsSameAs)).ToList();
            if (!grants.Any(grant => grant.Role == StaffRole.Administrator) && await IsLastAdministratorAsync(member, cancellationToken))
            {
                result = AccountResult.LastAdministrator;
                return [];
            }

            if (withdrawn.Exists(grant => grant.Role == StaffRole.Administrator))
            {
                await invitations.EndMadeByAsync(member.Id, cancellationToken);
            }

            await EndAnswersAsync(member, grants, actor, cancellationToken);
            result = AccountResult.Done;
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

    /// <summary>Shuts somebody out, at once. Links to their account end, and all that they made for others.</summary>
    /// <param name="member">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="mark"><see cref="MarkOf(StaffMember)"/> what the administrator saw.</param>
    /// <param name="actor">Who shuts them out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AccountResult> RevokeAsync(StaffMember member, string reason, string? mark, Guid actor, CancellationToken cancellationToken)
    {
        var result = AccountResult.NotAllowed;
        await audit.TryAdministerAsync(actor, member.Id, async () => await ShutOutAsync() ? [new StaffAct(AuditAction.ShutOut)] : [], cancellationToken);
        return result;

        async Task<bool> ShutOutAsync()
        {
            result = !await IsAsShownAsync(member, mark, cancellationToken) ? AccountResult.Overtaken
                : await IsLastAdministratorAsync(member, cancellationToken) ? AccountResult.LastAdministrator
                : AccountResult.Done;
            if (result != AccountResult.Done)
            {
                return false;
            }

            member.RevokedAt = time.GetUtcNow().UtcDateTime;
            member.RevocationReason = reason;
            await sessions.EndAllAsync(member.Id);
            await invitations.EndUnusedAsync(member.Id, cancellationToken);
            await EndAnswersAsync(member, [], actor, cancellationToken);
            return true;
        }
    }

    /// <summary>
    /// Lets somebody in again, by a new link alone: they may have been shut out since somebody else had their phone and password. What they
    /// may do is as before.
    /// </summary>
    /// <param name="member">Who.</param>
    /// <param name="mark"><see cref="MarkOf(StaffMember)"/> what was seen.</param>
    /// <param name="actor">Who lets them in; null for a command on the server.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Overtaken also where they are not shut out.</returns>
    public async Task<StaffLink> RestoreAsync(StaffMember member, string? mark, Guid? actor, CancellationToken cancellationToken)
    {
        var made = new StaffLink(AccountResult.NotAllowed);
        await audit.TryAdministerAsync(actor, member.Id, LetInAsync, cancellationToken);
        return made;

        async Task<IReadOnlyList<StaffAct>> LetInAsync()
        {
            if (!await IsAsShownAsync(member, mark, cancellationToken) || member.RevokedAt is null)
            {
                made = new StaffLink(AccountResult.Overtaken);
                return [];
            }

            member.RevokedAt = null;
            member.RevocationReason = null;
            made = new StaffLink(AccountResult.Done, await invitations.ReplaceWaysInAsync(member, actor, cancellationToken));
            return [new StaffAct(AuditAction.LetBackIn), new StaffAct(AuditAction.LinkMade)];
        }
    }

    // Links by which organisations answer, of countries that they will review no more.
    private Task EndAnswersAsync(StaffMember member, IReadOnlyList<StaffGrant> kept, Guid actor, CancellationToken cancellationToken) =>
        ConfirmationLinkDesk.EndThoseOfAsync(db, member.Id, [.. kept.Where(grant => grant.Role == StaffRole.Reviewer).Select(grant => grant.CountryId).OfType<Guid>()], actor, time.GetUtcNow().UtcDateTime, cancellationToken);

    // Inside a transaction that writes. What holds now can be shown where it is not.
    private async Task<bool> IsAsShownAsync(StaffMember member, string? mark, CancellationToken cancellationToken)
    {
        await db.Entry(member).ReloadAsync(cancellationToken);
        return MarkOf(member) == (mark ?? "");
    }

    // Inside a transaction that writes: of two administrators who shut each other out, one comes first.
    private async Task<bool> IsLastAdministratorAsync(StaffMember member, CancellationToken cancellationToken) =>
        await db.StaffGrants.AnyAsync(grant => grant.StaffMemberId == member.Id && grant.Role == StaffRole.Administrator, cancellationToken)
        && !await CanSignIn.AnyAsync(other => other.Id != member.Id && other.Grants.Any(grant => grant.Role == StaffRole.Administrator), cancellationToken);
}
