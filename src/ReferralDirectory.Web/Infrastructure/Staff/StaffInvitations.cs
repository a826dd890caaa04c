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
        if (await db.StaffMembers.AnyAsync(member => member.NormalizedUserName == name, cancellationToken))
        {
            return null;
        }

        var invited = new StaffMember { Id = Guid.NewGuid(), UserName = email.Trim(), NormalizedUserName = name, InvitedAt = Now, SecurityStamp = OneTimeSecret.NewToken() };
        invited.Grants.AddRange(grants);
        db.Add(invited);
        var token = Add(invited.Id, inviterId);
        await db.SaveChangesAsync(cancellationToken);
        audit.Invited(inviterId, invited.Id);
        return token;
    }

    /// <summary>A new link for somebody who lost theirs, or the way in. Earlier links end; what they have stays until the link is used.</summary>
    public async Task<string> RenewAsync(StaffMember member, Guid? inviterId, CancellationToken cancellationToken)
    {
        await db.StaffInvitations.Where(invitation => invitation.StaffMemberId == member.Id && invitation.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        var token = Add(member.Id, inviterId);
        await db.SaveChangesAsync(cancellationToken);
        audit.LinkMade(inviterId, member.Id);
        return token;
    }

    /// <summary>Whose a link is; null where it is unknown, used, too old, or of somebody who may not enter.</summary>
    public async Task<(StaffInvitation Invitation, StaffMember Member)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = OneTimeSecret.Hash(token);
        var invitation = await db.StaffInvitations.FirstOrDefaultAsync(found => found.TokenHash == hash && found.UsedAt == null && found.ExpiresAt > Now, cancellationToken);
        if (invitation is null)
        {
            return null;
        }

        var member = await db.StaffMembers.Include(member => member.Passkeys).FirstAsync(member => member.Id == invitation.StaffMemberId, cancellationToken);
        return member.RevokedAt is null ? (invitation, member) : null;
    }

    /// <summary>Uses the link: name and password are set, every earlier second factor and session ends.</summary>
    /// <returns>False where somebody was faster.</returns>
    public async Task<bool> UseAsync(StaffInvitation invitation, StaffMember member, string displayName, string password, CancellationToken cancellationToken)
    {
        invitation.UsedAt = Now;
        member.DisplayName = displayName;
        member.AuthenticatorKey = null;
        member.Passkeys.Clear();
        StaffAccounts.SetPassword(member, password);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        await db.StaffRecoveryCodes.Where(code => code.StaffMemberId == member.Id).ExecuteDeleteAsync(cancellationToken);
        await sessions.EndAllAsync(member.Id);
        await transaction.CommitAsync(cancellationToken);
        audit.LinkUsed(member.Id);
        return true;
    }

    private string Add(Guid memberId, Guid? inviterId)
    {
        var token = OneTimeSecret.NewToken();
        db.Add(new StaffInvitation { TokenHash = OneTimeSecret.Hash(token), StaffMemberId = memberId, InviterId = inviterId, ExpiresAt = Now + StaffInvitation.Lifetime });
        return token;
    }
}
