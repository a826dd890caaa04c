using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Tells the owner of an account that somebody with their password tried codes.</summary>
public sealed class GuessNotices(AuditReader log, TimeProvider time)
{
    // Who signed in to a page deep inside, or in haste, is told again.
    private static readonly TimeSpan Repeated = TimeSpan.FromDays(7);

    private const int MaxEntries = 200;

    /// <summary>The last such attempts that they have not been told of; null where there are none, or where the password is another since.</summary>
    public async Task<GuessNotice?> FindAsync(Guid member, CancellationToken cancellationToken)
    {
        var signIns = 0;
        foreach (var entry in (await log.OfAccountAsync(member, MaxEntries, cancellationToken)).Select(logged => logged.Entry).OfType<AuditEntry>())
        {
            switch (entry.Action)
            {
                case AuditAction.PasswordChanged or AuditAction.LinkUsed:
                    return null;
                case AuditAction.SignedIn:
                    signIns++;
                    break;
                case AuditAction.SlowedDown when entry.Detail == nameof(GuessedAt.Code):
                    // The first sign-in since is the one that they are in.
                    return signIns <= 1 || time.GetUtcNow().UtcDateTime - entry.At < Repeated ? new GuessNotice(entry.At, signIns <= 1) : null;
                default:
                    break;
            }
        }

        return null;
    }
}
