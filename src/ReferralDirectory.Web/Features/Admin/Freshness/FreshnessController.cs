using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Freshness;

/// <summary>What nobody has confirmed for long, or readers reported: confirmed with one click, or many at once.</summary>
public sealed class FreshnessController(CurrentActor current, ConfirmationDesk desk, FreshnessPages pages, PublicDirectory directory, Texts texts) : AdminController(texts)
{
    [PageRoute(FreshnessLinks.Queue)]
    public async Task<IActionResult> Index(FreshnessInput input, CancellationToken cancellationToken) =>
        View(await pages.ReadAsync(current.Actor, input, cancellationToken));

    /// <summary>Where somebody comes back to after signing in again.</summary>
    [PageRoute(FreshnessLinks.Confirm)]
    public async Task<IActionResult> Ticked(FreshnessInput input, CancellationToken cancellationToken) =>
        View(nameof(Index), await pages.ReadAsync(current.Actor, WithKept(input), cancellationToken));

    [HttpPost(FreshnessLinks.Confirm)]
    public async Task<IActionResult> Confirm(FreshnessInput input, CancellationToken cancellationToken)
    {
        var chosen = input.Chosen.Take(ConfirmationDesk.MostAtOnce).ToList();
        var page = pages.Refused(await pages.ReadAsync(current.Actor, input, cancellationToken));
        if (page.Errors.Count > 0)
        {
            return Again(nameof(Index), page);
        }

        var result = await desk.ConfirmAsync(current.Actor, chosen, input.How ?? ConfirmationMethod.Told, cancellationToken);
        await directory.ShowAsync(result.Organisations);
        return SeeOther(FreshnessLinks.Of(input.Show, input.Page, input.How, (result.At, result.Gone.Length)));
    }

    [HttpPost(FreshnessLinks.Undo)]
    public async Task<IActionResult> Undo(Guid[] confirmation, FreshnessInput input, CancellationToken cancellationToken)
    {
        await directory.ShowAsync(await desk.UndoAsync(current.Actor, [.. confirmation.Take(ConfirmationDesk.MostAtOnce)], cancellationToken));
        return SeeOther(FreshnessLinks.Of(input.Show, input.Page, input.How));
    }

    // Every form of the queue says which part of it is shown, whatever was ticked.
    private FreshnessInput WithKept(FreshnessInput input) => PostedForm.BroughtBack(ModelState, "show") is { } kept
        ? input with
        {
            Show = OneOf<FreshnessFilter>(kept.Text("show")) ?? input.Show,
            Page = int.TryParse(kept.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : input.Page,
            How = OneOf<ConfirmationMethod>(kept.Text("how")),
            Contact = [.. kept.Ids("contact")],
        }
        : input;

    private static T? OneOf<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
