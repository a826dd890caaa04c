using System.Collections.Frozen;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Accounts;

/// <summary>What a staff member may do, as the database says at this request.</summary>
/// <param name="Id">Of the staff member.</param>
/// <param name="Name">What colleagues call them.</param>
/// <param name="Email">Their address.</param>
/// <param name="IsAdministrator">See <see cref="StaffRole.Administrator"/>.</param>
/// <param name="Countries">Those they review.</param>
/// <param name="Organisations">Those they edit.</param>
public sealed record StaffAccess(
    Guid Id, string Name, string Email, bool IsAdministrator, FrozenSet<Guid> Countries, FrozenSet<Guid> Organisations)
{
    /// <summary>True where they hold the role anywhere.</summary>
    public bool Has(StaffRole role) => role switch
    {
        StaffRole.Administrator => IsAdministrator,
        StaffRole.Reviewer => Countries.Count > 0,
        StaffRole.Editor => Organisations.Count > 0,
    };

    /// <summary>True where they may approve what belongs to the country.</summary>
    public bool Reviews(Guid countryId) => Countries.Contains(countryId);

    /// <summary>True where they may edit the organisation: its editors, and the reviewers of its country.</summary>
    public bool Edits(Guid organisationId, Guid countryId) => Organisations.Contains(organisationId) || Reviews(countryId);

    /// <summary>Of a member with their grants.</summary>
    public static StaffAccess Of(StaffMember member) => new(
        member.Id,
        member.DisplayName,
        member.UserName!,
        member.Grants.Exists(grant => grant.Role == StaffRole.Administrator),
        member.Grants.Where(grant => grant.Role == StaffRole.Reviewer).Select(grant => grant.CountryId).OfType<Guid>().ToFrozenSet(),
        member.Grants.Where(grant => grant.Role == StaffRole.Editor).Select(grant => grant.OrganisationId).OfType<Guid>().ToFrozenSet());
}
