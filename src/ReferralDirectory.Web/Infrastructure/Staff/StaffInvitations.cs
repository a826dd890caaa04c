using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>One-time links by which staff members set up their account, or set it up anew.</summary>
public sealed class StaffInvitations(DirectoryDb db, StaffAudit audit, StaffSessions sessions, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The address of a link.</summary>
    public static string Path(string token) => $"{StaffDoor.Root}/invitation/{token}";

    /// <summary>Invites somebody new.</summary>
    /// <returns>The token of the link; null where somebody has the address already.</returns>
    public async Task<string?> InviteAsync(string email, IEnumerable<StaffGrant> grants, Guid? inviterId, CancellationToken cancellationToken)
    {
        var name = StaffMember.Normalize(email);
        var invited = new StaffMember { Id = Guid.NewGuid(), UserName = email.Trim(), NormalizedUserName = name, InvitedAt = Now, SecurityStamp = OneTimeSecret.NewToken() };
        invited.Grants.AddRange(grants);
        string? token = null;
        await audit.TryRecordAsync(inviterId, invited.Id, AddAsync, cancellationToken);
        return token;

        async Task<IReadOnlyList<StaffAct>> AddAsync()
        {
            if (await db.StaffMembers.AnyAsync(member => member.NormalizedUserName == name, cancellationToken))
            {
                return [];
            }

            db.Add(invited);
            token = Add(invited.Id, inviterId);
            return [new StaffAct(AuditAction.Invited), .. invited.Grants.Select(grant => new StaffAct(AuditAction.RoleGranted, grant.AuditDetail))];
        }
    }

    /// <summary>A new link for somebody who lost theirs, or the way in. Earlier links end; what they have stays until the link is used.</summary>
    /// <returns>The token of the link; null where the inviter was signed out meanwhile.</returns>
    public async Task<string?> RenewAsync(StaffMember member, Guid? inviterId, CancellationToken cancellationToken)
    {
        string? token = null;
        await audit.RecordAsync(inviterId, member.Id, AuditAction.LinkMade, ReplaceAsync, cancellationToken);
        return token;

        async Task ReplaceAsync()
        {
            await EndUnusedAsync(member.Id, cancellationToken);
            token = Add(member.Id, inviterId);
        }
    }

    /// <summary>Ends every link of somebody that was not used.</summary>
    public Task EndUnusedAsync(Guid memberId, CancellationToken cancellationToken) =>
        db.StaffInvitations.Where(invitation => invitation.StaffMemberId == memberId && invitation.UsedAt == null).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Until when an unused link of somebody is good, UTC; null where there is none.</summary>
    public Task<DateTime?> OpenUntilAsync(Guid memberId, CancellationToken cancellationToken) => db.StaffInvitations
        .Where(invitation => invitation.StaffMemberId == memberId && invitation.UsedAt == null && invitation.ExpiresAt > Now)
        .MaxAsync(invitation => (DateTime?)invitation.ExpiresAt, cancellationToken);

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

    /// <summary>Uses the link: name and password are set, every earlier second factor and session ends.</summary>
    /// <returns>False where somebody was faster.</returns>
    public Task<bool> UseAsync(StaffInvitation invitation, StaffMember member, string displayName, string password, CancellationToken cancellationToken)
    {
        invitation.UsedAt = Now;
        member.DisplayName = displayName;
        member.AuthenticatorKey = null;
        StaffAccounts.SetPassword(member, password);
        return audit.TryRecordAsync(member.Id, member.Id, AuditAction.LinkUsed, SaveAsync, cancellationToken);

        async Task<bool> SaveAsync()
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }

            await db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == member.Id).ExecuteDeleteAsync(cancellationToken);
            await db.StaffRecoveryCodes.Where(code => code.StaffMemberId == member.Id).ExecuteDeleteAsync(cancellationToken);
            await sessions.EndAllAsync(member.Id);
            return true;
        }
    }

    private string Add(Guid memberId, Guid? inviterId)
    {
        var token = OneTimeSecret.NewToken();
        db.Add(new StaffInvitation { TokenHash = OneTimeSecret.Hash(token), StaffMemberId = memberId, InviterId = inviterId, ExpiresAt = Now + StaffInvitation.Lifetime });
        return token;
    }
}
