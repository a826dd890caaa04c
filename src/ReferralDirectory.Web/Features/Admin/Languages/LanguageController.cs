using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Languages;

/// <summary>The language of the admin area: remembered by the browser, and by the account of whoever is signed in.</summary>
[OpenToAnyone]
public sealed class LanguageController(Reader reader, StaffAccounts accounts, CurrentStaff staff, Texts texts) : AdminController(texts)
{
    [HttpPost("/admin/language")]
    public async Task<IActionResult> Choose(string? language, string? returnUrl, CancellationToken cancellationToken)
    {
        if (reader.Directory.FindLanguage(language) is not { } chosen)
        {
            return BadRequest();
        }

        StaffCookies.Set(HttpContext, StaffCookies.Language, chosen.Tag.Value, RequestLanguage.Remembered);
        if (staff.IsSignedIn)
        {
            await accounts.SetLanguageAsync(staff.Id, chosen.Tag, cancellationToken);
        }

        return SeeOther(StaffAddress.Local(returnUrl));
    }
}
