namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What is done to accounts, one method for each event: the place where the audit log is joined. Ids of staff only.</summary>
/// <remarks>The actor is null for a command on the server.</remarks>
public sealed partial class StaffAudit(ILogger<StaffAudit> logger)
{
    [LoggerMessage(LogLevel.Information, "Staff {Actor} invited {Member}")]
    public partial void Invited(Guid? actor, Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Actor} made a new set-up link for {Member}")]
    public partial void LinkMade(Guid? actor, Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Member} used a set-up link and chose a password")]
    public partial void LinkUsed(Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Actor} changed the grants of {Member}")]
    public partial void GrantsChanged(Guid actor, Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Actor} revoked {Member}")]
    public partial void Revoked(Guid actor, Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Actor} let {Member} in again")]
    public partial void Restored(Guid? actor, Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Member} changed their password")]
    public partial void PasswordChanged(Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Member} set up an authenticator app")]
    public partial void AuthenticatorSet(Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Member} added a passkey")]
    public partial void PasskeyAdded(Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Member} removed a passkey")]
    public partial void PasskeyRemoved(Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Member} was given new recovery codes")]
    public partial void RecoveryCodesMade(Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Member} used a recovery code")]
    public partial void RecoveryCodeUsed(Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Member} signed in")]
    public partial void SignedIn(Guid member);

    [LoggerMessage(LogLevel.Information, "Staff {Member} signed out everywhere")]
    public partial void SignedOutEverywhere(Guid member);
}
