using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>What a log says, entry by entry, of who may do what.</summary>
internal sealed class SealedAccounts
{
    private static readonly Account Unknown = new(0, ImmutableHashSet<string>.Empty, IsInvited: false, IsShutOut: false);

    /// <summary>How each account stands.</summary>
    public Dictionary<Guid, Account> Accounts { get; } = [];

    /// <summary>Who published each revision, as they stood then; with the entry that says so.</summary>
    public Dictionary<Guid, (long Number, Account By)> Publishers { get; } = [];

    /// <summary>The next entry.</summary>
    public void Add(AuditEntry entry)
    {
        if (entry is { Action: AuditAction.Published or AuditAction.BroughtBack, RevisionId: { } revision })
        {
            Publishers[revision] = (entry.Number, Accounts.GetValueOrDefault(entry.ActorId ?? Guid.Empty, Unknown));
        }

        if (entry.SubjectKind == AuditSubject.Account && After(Accounts.GetValueOrDefault(entry.SubjectId, Unknown), entry) is { } now)
        {
            Accounts[entry.SubjectId] = now with { Number = entry.Number };
        }
    }

    private static Account? After(Account before, AuditEntry entry) => entry.Action switch
    {
        AuditAction.Invited => before with { IsInvited = true },
        AuditAction.RoleGranted => before with { Roles = before.Roles.Add(entry.Detail) },
        AuditAction.RoleWithdrawn => before with { Roles = before.Roles.Remove(entry.Detail) },
        AuditAction.ShutOut => before with { IsShutOut = true },
        AuditAction.LetBackIn => before with { IsShutOut = false },
        _ => null,
    };

    /// <summary>Somebody who may enter, or might.</summary>
    /// <param name="Number">The audit entry that says it last.</param>
    /// <param name="Roles">As <see cref="StaffGrant.AuditDetail"/> says them.</param>
    /// <param name="IsInvited">The log tells of them from their beginning.</param>
    /// <param name="IsShutOut">They may not enter.</param>
    internal sealed record Account(long Number, ImmutableHashSet<string> Roles, bool IsInvited, bool IsShutOut);
}
