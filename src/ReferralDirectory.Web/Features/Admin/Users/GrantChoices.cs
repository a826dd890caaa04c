using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Admin.Shared;

namespace ReferralDirectory.Web.Features.Admin.Users;

/// <summary>Every role that can be given.</summary>
/// <param name="IsAdministrator">As it stands.</param>
/// <param name="Countries">To review.</param>
/// <param name="Organisations">To edit.</param>
public sealed record GrantChoices(bool IsAdministrator, IReadOnlyList<GrantChoice> Countries, IReadOnlyList<GrantChoice> Organisations)
{
    public static GrantChoices For(IReadOnlyList<StaffGrant> held, GrantNames names) => new(
        held.Any(grant => grant.Role == StaffRole.Administrator),
        [.. names.Countries.Select(country => new GrantChoice(country.Id.ToString(), country.Name, held.Any(grant => grant.CountryId == country.Id)))],
        [.. names.Organisations.Select(organisation => new GrantChoice(organisation.Id.ToString(), organisation.Name, held.Any(grant => grant.OrganisationId == organisation.Id)))]);
}
