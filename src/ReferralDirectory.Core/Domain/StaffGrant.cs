namespace ReferralDirectory.Core.Domain;

/// <summary>One role of one staff member, and where it holds.</summary>
public sealed class StaffGrant
{
    /// <summary>Random.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Whose.</summary>
    public Guid StaffMemberId { get; init; }

    /// <summary>Which.</summary>
    public required StaffRole Role { get; init; }

    /// <summary>Of an <see cref="StaffRole.Editor"/>; otherwise null.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Of a <see cref="StaffRole.Reviewer"/>; otherwise null.</summary>
    public Guid? CountryId { get; init; }

    /// <summary>Role and place for the audit log: a name and an id of ours.</summary>
    public string AuditDetail => (OrganisationId ?? CountryId) is { } place ? $"{Role} {place:D}" : $"{Role}";

    /// <summary>True where both say the same.</summary>
    public bool IsSameAs(StaffGrant other) => (Role, OrganisationId, CountryId) == (other.Role, other.OrganisationId, other.CountryId);
}
