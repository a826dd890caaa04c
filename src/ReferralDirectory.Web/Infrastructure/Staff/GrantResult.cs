namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What became of a change of roles.</summary>
public enum GrantResult
{
    /// <summary>They hold.</summary>
    Done,

    /// <summary>Somebody changed them since they were shown; nothing was changed.</summary>
    Overtaken,

    /// <summary>Nobody could administer the site any more; nothing was changed.</summary>
    LastAdministrator,
}
