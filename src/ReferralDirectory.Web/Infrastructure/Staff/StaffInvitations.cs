using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>One-time links by which staff members set up their account, or set it up anew.</summary>
public sealed class StaffInvitations(DirectoryDb db, StaffAudit audit, StaffSessions sessions, ColleagueNames names, PasswordHashing hashing, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private IQueryable<StaffInvitation> Unused => db.StaffInvitations.Where(invitation => invitation.UsedAt == null);

    /// <summary>The address of a link.</summary>
    public static string Path(string token) => $"{StaffDoor.Root}/invitation/{token}";

    /// <summary>Invites somebody new.</summary>
    public async Task<StaffLink> InviteAsync(string email, IEnumerable<StaffGrant> grants, Guid? inviterId, CancellationToken cancellationToken)
    {
        var name = StaffMember.Normalize(email);
        var invited = new StaffMember { Id = Guid.NewGuid(), UserName = email.Trim(), NormalizedUserName = name, InvitedAt = Now, SecurityStamp = OneTimeSecret.NewToken() };
        invited.Grants.AddRange(grants);
        var made = new StaffLink(AccountResult.NotAllowed);
        await audit.TryAdministerAsync(inviterId, invited.Id, AddAsync, cancellationToken);
        return made;

        async Task<IReadOnlyList<StaffAct>> AddAsync()
        {
            if (await db.StaffMembers.AnyAsync(member => member.NormalizedUserName == name, cancellationToken))
            {
                made = new StaffLink(AccountResult.AddressTaken);
                return [];
            }

            db.Add(invited);
            made = new StaffLink(AccountResult.Done, Add(invited.Id, inviterId));
            return [new StaffAct(AuditAction.Invited), .. invited.Grants.Select(grant => new StaffAct(AuditAction.RoleGranted, grant.AuditDetail))];
        }
    }

    /// <summary>
    /// A new link for somebody who lost theirs, or the way in. Earlier links to their account end; what they have, and what they made for
    /// others, stays until the link is used.
    /// </summary>
    /// <returns>Overtaken where they were shut out.</returns>
    public async Task<StaffLink> RenewAsync(StaffMember member, Guid? inviterId, CancellationToken cancellationToken)
    {
        var made = new StaffLink(AccountResult.NotAllowed);
        await audit.TryAdministerAsync(inviterId, member.Id, ReplaceAsync, cancellationToken);
        return made;

        async Task<IReadOnlyList<StaffAct>> ReplaceAsync()
        {
            await db.Entry(member).ReloadAsync(cancellationToken);
            if (member.RevokedAt is not null)
            {
                made = new StaffLink(AccountResult.Overtaken);
                return [];
            }

            await Unused.Where(invitation => invitation.StaffMemberId == member.Id).ExecuteDeleteAsync(cancellationToken);
            made = new StaffLink(AccountResult.Done, Add(member.Id, inviterId));
            return [new StaffAct(AuditAction.LinkMade)];
        }
    }

    /// <summary>Ends every link that was not used, to somebody's account and of those they made: each is a way in that others may know.</summary>
    public Task EndUnusedAsync(Guid memberId, CancellationToken cancellationToken) =>
        Unused.Where(invitation => invitation.StaffMemberId == memberId || invitation.InviterId == memberId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Ends every link that somebody made and nobody has used: they may have kept it.</summary>
    public Task EndMadeByAsync(Guid memberId, CancellationToken cancellationToken) =>
        Unused.Where(invitation => invitation.InviterId == memberId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Until when there is an unused link, UTC, by whose account it is for.</summary>
    public Task<Dictionary<Guid, DateTime>> OpenUntilAsync(CancellationToken cancellationToken) =>
        Unused.Where(invitation => invitation.ExpiresAt > Now).GroupBy(invitation => invitation.StaffMemberId)
            .Select(links => new { Member = links.Key, Until = links.Max(link => link.ExpiresAt) }).ToDictionaryAsync(links => links.Member, links => links.Until, cancellationToken);

    /// <summary>Whose a link is; null where it is unknown, used, too old, or of somebody who may not enter.</summary>
    public async Task<(StaffInvitation Invitation, StaffMember Member)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = OneTimeSecret.Hash(token);
        var invitation = await db.StaffInvitations.FirstOrDefaultAsync(found => found.TokenHash == hash && found.UsedAt == null && found.ExpiresAt > Now, cancellationToken);
        if (invitation is null)
        {
            return null;
        }

        var member = await db.StaffMembers.FirstAsync(member => member.Id == invitation.StaffMemberId, cancellationToken);
        return member.RevokedAt is null ? (invitation, member) : null;
    }

    /// <summary>
    /// Uses the link: name and password are set, every earlier second factor and session ends, and so do links that nobody has used, as
    /// with every new password.
    /// </summary>
    /// <returns>Done; NameTaken; NotAllowed where somebody was faster.</returns>
    public async Task<AccountResult> UseAsync(StaffInvitation invitation, StaffMember member, string displayName, string password, CancellationToken cancellationToken)
    {
        invitation.UsedAt = Now;
        member.DisplayName = displayName;
        member.AuthenticatorKey = null;
        hashing.SetPassword(member, password);
        var result = AccountResult.NotAllowed;
        await audit.TryRecordAsync(member.Id, member.Id, AuditAction.LinkUsed, SaveAsync, cancellationToken);
        return result;

        async Task<bool> SaveAsync()
        {
            // Where nobody else can write: of two who want one name at once, the later is told.
            if (await names.HasAnotherAsync(displayName, member.Id, cancellationToken))
            {
                db.ChangeTracker.Clear();
                result = AccountResult.NameTaken;
                return false;
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }

            await DeleteFactorsAsync(member.Id, cancellationToken);
            await sessions.EndAllAsync(member.Id);
            await EndUnusedAsync(member.Id, cancellationToken);
            result = AccountResult.Done;
            return true;
        }
    }

    /// <summary>
    /// Inside a transaction that writes: a new link in place of every way in that somebody had. Whoever took their phone, and knows their
    /// password, comes in by neither.
    /// </summary>
    /// <returns>The token of the link.</returns>
    public async Task<string> ReplaceWaysInAsync(StaffMember member, Guid? inviterId, CancellationToken cancellationToken)
    {
        (member.PasswordHash, member.AuthenticatorKey) = (null, null);
        StaffAccounts.RenewStamp(member);
        await DeleteFactorsAsync(member.Id, cancellationToken);
        return Add(member.Id, inviterId);
    }

    // Besides the authenticator app.
    private async Task DeleteFactorsAsync(Guid memberId, CancellationToken cancellationToken)
    {
        await db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.StaffRecoveryCodes.Where(code => code.StaffMemberId == memberId).ExecuteDeleteAsync(cancellationToken);
    }

    private string Add(Guid memberId, Guid? inviterId)
    {
        var token = OneTimeSecret.NewToken();
        db.Add(new StaffInvitation { TokenHash = OneTimeSecret.Hash(token), StaffMemberId = memberId, InviterId = inviterId, ExpiresAt = Now + StaffInvitation.Lifetime });
        return token;
    }
}
