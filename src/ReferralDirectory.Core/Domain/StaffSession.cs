namespace ReferralDirectory.Core.Domain;

/// <summary>One browser that somebody signed in with. Deleting the row ends it at once.</summary>
public sealed class StaffSession
{
    /// <summary>Without a request for so long it ends.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(30);

    /// <summary>It ends so long after the sign-in, whatever happens.</summary>
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(8);

    /// <summary>So long after password and second factor, an account may be changed without asking for them again.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    /// <summary>Random.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>SHA-256 of the token in the cookie, in hexadecimal; the token itself is kept nowhere.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Whose.</summary>
    public required Guid StaffMemberId { get; init; }

    /// <summary>How far they have come.</summary>
    public required StaffSessionStage Stage { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC, at most a minute old.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>UTC: when they last proved who they are.</summary>
    public required DateTime ConfirmedAt { get; set; }

    /// <summary>True where it has ended by time. One from a time that is still to come has, too: the clock was set back, and it would last until then.</summary>
    /// <param name="now">UTC.</param>
    public bool HasEnded(DateTime now) => (now - SeenAt).Duration() >= IdleLimit || (now - StartedAt).Duration() >= AbsoluteLimit;

    /// <summary>True where the account may be changed.</summary>
    /// <param name="now">UTC.</param>
    public bool IsFresh(DateTime now) => (now - ConfirmedAt).Duration() < FreshFor;
}
