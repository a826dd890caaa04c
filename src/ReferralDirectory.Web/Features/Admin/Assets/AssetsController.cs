using System.Text;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Assets;

/// <summary>The stylesheets and the script of the admin area. Public pages carry theirs within.</summary>
[OpenToAnyone]
[WithoutSession]
public sealed class AssetsController(InlineAssets assets, Texts texts) : AdminController(texts)
{
    private static readonly string[] Styles = ["staff.css", "admin-forms.css", "admin-review.css"];

    [PageRoute("/admin/assets/site.css")]
    public IActionResult Site() => Content(assets.Style, "text/css", Encoding.UTF8);

    [PageRoute("/admin/assets/staff.css")]
    public IActionResult Style() => Content(string.Concat(Styles.Select(InlineAssets.Read)), "text/css", Encoding.UTF8);

    [PageRoute("/admin/assets/staff.js")]
    public IActionResult Script() => Content(InlineAssets.Read("staff.js"), "text/javascript", Encoding.UTF8);
}
