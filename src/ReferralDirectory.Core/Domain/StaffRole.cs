namespace ReferralDirectory.Core.Domain;

/// <summary>What a staff member may do. The names are stored.</summary>
public enum StaffRole
{
    /// <summary>Keeps the entries of one organisation.</summary>
    Editor = 1,

    /// <summary>Approves, confirms and publishes for one country.</summary>
    Reviewer = 2,

    /// <summary>Users, languages, assistance types, settings.</summary>
    Administrator = 3,
}
