using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Admin.Users;

/// <summary>Hands a one-time link over: on the page, and by mail where it is set up.</summary>
public sealed class LinkGiven(StaffMail mail, SiteOptions site, IHttpContextAccessor accessor, Texts texts)
{
    public async Task<LinkPage> GiveAsync(string email, string token, CancellationToken cancellationToken)
    {
        var request = accessor.HttpContext!.Request;
        var path = StaffInvitations.Path(token);
        var root = site.PublicAddress.Length > 0 ? new Uri(site.PublicAddress) : new Uri($"{request.Scheme}://{request.Host}");
        return new LinkPage
        {
            Title = texts["Staff.Link.Title"],
            Email = email,
            Address = new Uri(root, path).ToString(),
            WasSent = await mail.SendInvitationAsync(email, path, cancellationToken),
        };
    }
}
