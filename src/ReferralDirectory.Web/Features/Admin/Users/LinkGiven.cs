using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Admin.Users;

/// <summary>Hands a one-time link over: on the page, and by mail where it is set up.</summary>
public sealed class LinkGiven(StaffMail mail, SiteOptions site, IHttpContextAccessor accessor, Texts texts)
{
    public async Task<LinkPage> GiveAsync(string email, string token) =>
        Show(email, token) with { WasSent = await mail.SendInvitationAsync(email, StaffInvitations.Path(token)) };

    /// <summary>On the page alone.</summary>
    public LinkPage Show(string email, string token) => new()
    {
        Title = texts["Staff.Link.Title"],
        Email = email,
        Address = new Uri(site.AddressFor(accessor.HttpContext!.Request), StaffInvitations.Path(token)).ToString(),
        WasSent = false,
    };
}
