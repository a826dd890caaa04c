using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Staff;

/// <summary>Whoever is signed in, as editing asks for them.</summary>
public sealed class CurrentActor(CurrentStaff staff)
{
    /// <summary>Keeps a country, or reads everything.</summary>
    public bool SeesCountries => staff.Access.IsAdministrator || staff.Access.Countries.Count > 0;

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Actor Actor => new(staff.Id, staff.Access.IsAdministrator, staff.Access.Countries, staff.Access.Organisations);
}
