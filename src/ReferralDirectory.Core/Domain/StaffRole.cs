namespace ReferralDirectory.Core.Domain;

/// <summary>What a staff member may do. The names are stored.</summary>
public enum StaffRole
{
    /// <summary>Keeps the entries of one organisation.</summary>
    Editor = 1,

    /// <summary>Approves, confirms and publishes for one country.</summary>
    Reviewer = 2,

    /// <summary>Invites, gives roles, shuts out; publishes assistance types and audiences; reads the audit log.</summary>
    Administrator = 3,
}
