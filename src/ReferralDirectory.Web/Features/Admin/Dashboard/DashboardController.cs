using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Freshness;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Features.Admin.Translations;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Dashboard;

/// <summary>The first page after signing in: what waits, and who I am here.</summary>
public sealed class DashboardController(CurrentStaff staff, StaffMembers members, StaffAccounts accounts, GrantNames grants, CurrentActor current, WorkReader work, FreshnessPages freshness, TranslationPages translations, GuessNotices guesses, Reader reader, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin")]
    public async Task<IActionResult> Show(bool full, CancellationToken cancellationToken)
    {
        var few = await members.CountriesShortOfReviewersAsync(staff.Access, cancellationToken);
        return View(new DashboardPage
        {
            Title = T["Staff.Dashboard.Title"],
            Name = staff.Access.Name,
            Grants = grants.Of(staff.Access),
            IsAdministrator = staff.Access.IsAdministrator,
            ShortOfReviewers = [.. grants.Countries.Where(country => few.Contains(country.Id)).Select(country => country.Name)],
            IsOnlyAdministrator = staff.Access.IsAdministrator && await members.CountAdministratorsAsync(cancellationToken) < 2,
            Problem = full ? T["Admin.Work.Full", DraftDesk.MaxDrafts] : null,
            Work = await work.ReadAsync(current.Actor, cancellationToken),
            Freshness = await freshness.SummaryAsync(current.Actor, cancellationToken),
            Translations = translations.Summary(current.Actor),
            GuessedAt = await guesses.FindAsync(staff.Id, cancellationToken) is { At: var at } ? new Moment(at, reader, T) : null,
            RecoveryCodesLeft = await accounts.CountRecoveryCodesAsync(staff.Id, cancellationToken),
        });
    }
}
