namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What can be counted against guessing.</summary>
public enum CountedKind
{
    /// <summary>An attempt began (<see cref="SlowDown"/>).</summary>
    Begun,

    /// <summary>It was right.</summary>
    Succeeded,

    /// <summary>A code is looked at (<see cref="WrongCodes"/>).</summary>
    Code,

    /// <summary>It was right.</summary>
    RightCode,

    /// <summary>Something that may be used once was used (<see cref="SpentStates"/>).</summary>
    Spent,
}
