using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Who asks, in the admin area. An action that is not open to anyone finds them here.</summary>
public sealed class CurrentStaff
{
    /// <summary>Null for somebody who is not signed in.</summary>
    public StaffSession? Session { get; private set; }

    /// <summary>Null for somebody who is not signed in.</summary>
    public StaffAccess? AccessOrNull { get; private set; }

    /// <summary>What they may do.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the action is open to anyone.</exception>
    public StaffAccess Access => AccessOrNull ?? throw new InvalidOperationException("Nobody is signed in here.");

    /// <summary>Who.</summary>
    public Guid Id => Access.Id;

    /// <summary>True once the second factor was given.</summary>
    public bool IsSignedIn => Session?.Stage == StaffSessionStage.SignedIn;

    /// <summary>The door says it, once it knows.</summary>
    public void Set(StaffSession session, StaffAccess access) => (Session, AccessOrNull) = (session, access);
}
