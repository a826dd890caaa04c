using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Answer;

/// <summary>
/// What an organisation opens by a one-time link: its entry, to be marked as right or wrong. Opening changes nothing, since programs that
/// look through mails open links, too.
/// </summary>
[OpenToAnyone]
public sealed class AnswerController(ConfirmationLinkDesk desk, SlowDown slowDown, Reader reader, Texts texts) : AdminController(texts)
{
    private const string Route = "/admin/answer/{token}";

    [PageRoute(Route)]
    public async Task<IActionResult> Show(string token, CancellationToken cancellationToken) =>
        await desk.OpenAsync(OneTimeSecret.Hash(token), cancellationToken) is { } entry ? View(nameof(Show), AnswerPage.From(entry, null, null, reader, T)) : Unusable();

    // A browser may have lost what binds the form to it; the framework's answer to that would lose what was typed.
    [HttpPost(Route)]
    [IgnoreAntiforgeryToken]
    [GivesTypedBack]
    public async Task<IActionResult> Send(string token, IFormCollection typed, CancellationToken cancellationToken)
    {
        // An upload that was too large to be read.
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var form = new AnswerForm(new PostedForm(typed));
        var entry = await desk.OpenAsync(OneTimeSecret.Hash(token), cancellationToken);
        if (!await IsBoundAsync())
        {
            var page = entry is null ? Unusable(form) : View(nameof(Show), AnswerPage.From(entry, form, T["Admin.Answer.NotBound"], reader, T));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return page;
        }

        if (entry is null)
        {
            return Unusable(form);
        }

        if (slowDown.Begin(HttpContext, null, null).Wait is { } wait)
        {
            FaultTooSoon("", wait);
            return View(nameof(Show), AnswerPage.From(entry, form, T["Staff.TooSoon", (int)Math.Ceiling(wait.TotalSeconds)], reader, T));
        }

        if (form.Faults(entry, T) is { Count: > 0 })
        {
            return Again(nameof(Show), AnswerPage.From(entry, form, null, reader, T));
        }

        return await desk.AnswerAsync(OneTimeSecret.Hash(token), form.Read(), cancellationToken) switch
        {
            LinkOutcome.Sent => SeeOther(AnswerLinks.Sent),
            LinkOutcome.Unusable => Unusable(form),
            LinkOutcome.Faulty => Again(nameof(Show), AnswerPage.From(entry, form, T["Admin.Answer.Faulty"], reader, T)),
            LinkOutcome.Changed => await ChangedAsync(token, form, cancellationToken),
        };
    }

    [PageRoute(AnswerLinks.Sent)]
    public IActionResult Sent() => View(new StaffPage { Title = T["Admin.Answer.Sent"] });

    private async Task<IActionResult> ChangedAsync(string token, AnswerForm form, CancellationToken cancellationToken) =>
        await desk.OpenAsync(OneTimeSecret.Hash(token), cancellationToken) is { } now ? Again(nameof(Show), AnswerPage.From(now, form, T["Admin.Answer.Changed"], reader, T)) : Unusable(form);

    // The link may have ended while somebody wrote their answer.
    private ViewResult Unusable(AnswerForm? form = null)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Unusable", new UnusablePage { Title = T["Admin.Answer.Unusable"], ToCopy = form is null ? [] : [.. form.Gone(new HashSet<Guid>(), T), .. AnswerPage.NoteOf(form, T).ToCopy()] });
    }
}
