namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What became of an administrator's change of an account.</summary>
public enum AccountResult
{
    /// <summary>It holds.</summary>
    Done,

    /// <summary>Somebody changed the same since it was shown; nothing was changed.</summary>
    Overtaken,

    /// <summary>Nobody could administer the site any more; nothing was changed.</summary>
    LastAdministrator,

    /// <summary>Somebody has this address already; nothing was changed.</summary>
    AddressTaken,

    /// <summary>A colleague is called so, or looks so; nothing was changed.</summary>
    NameTaken,

    /// <summary>Whoever asked for it may not any more; nothing was changed.</summary>
    NotAllowed,
}
