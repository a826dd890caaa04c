using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>What is done to accounts stands in the chained log, or is not done.</summary>
public sealed class AccountAuditTests : IAsyncDisposable
{
    private const string NewPassword = "a violet harbour 77 hums softly";

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatIsDoneToAnAccount_StandsInTheLog_InWords_AndNamesNobody()
    {
        var administrator = await site.NewAdministratorAsync("administrator@audit.example", Cancel);
        var person = await site.NewEditorAsync("person@audit.example", Cancel);
        await DoEverythingAsync(administrator, person);

        var entries = await EntriesOfAsync(person.Id);
        Assert.Equal(
        [
            AuditAction.Invited, AuditAction.RoleGranted, AuditAction.LinkUsed, AuditAction.AuthenticatorSet, AuditAction.RecoveryCodesMade, AuditAction.SignedIn,
            AuditAction.RoleWithdrawn, AuditAction.RoleGranted, AuditAction.Renamed, AuditAction.PasswordChanged, AuditAction.AuthenticatorSet, AuditAction.RecoveryCodesMade,
            AuditAction.RecoveryCodeUsed, AuditAction.SignedIn, AuditAction.SignedOutEverywhere, AuditAction.RecoveryCodeUsed, AuditAction.SignedIn, AuditAction.SignedOut, AuditAction.LinkMade, AuditAction.ShutOut, AuditAction.LetBackIn, AuditAction.LinkMade,
        ],
        entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal(
            entry.Action is AuditAction.Invited ? null : entry.Action is AuditAction.LinkMade or AuditAction.ShutOut or AuditAction.LetBackIn or AuditAction.RoleWithdrawn || (entry.Action == AuditAction.RoleGranted && entry.Number > entries[5].Number) ? administrator.Id : entry.Action == AuditAction.RoleGranted ? null : person.Id,
            entry.ActorId));
        Assert.All(entries, entry => Assert.Matches("^((Editor|Reviewer|Administrator)( [0-9a-f-]{36})?)?$", entry.Detail));
        var whole = await site.Site.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, Cancel);
        Assert.True(whole.IsWhole);

        foreach (var (language, texts) in new[] { ("en", new[] { "Invited", "Role taken away", "Editor: ", "Reviewer: Russian Federation", "Shut out", "Signed in" }), ("ru", ["Приглашение", "Роль отозвана", "Редактор: ", "Проверяющий: Российская Федерация", "Доступ закрыт", "Вход"]) })
        {
            administrator.Browser.Headers["Accept-Language"] = language;
            var page = (await administrator.Browser.GetAsync($"/admin/users/{person.Id}")).Page;
            var log = (await administrator.Browser.GetAsync(page.Hrefs().Single(href => href.StartsWith("/admin/audit?", StringComparison.Ordinal)))).Page;
            Assert.Equal(entries.Count, log.QuerySelectorAll(".audit li").Length);
            Assert.All(texts, text => Assert.Contains(text, log.QuerySelector(".audit").Words(), StringComparison.Ordinal));
            Assert.Contains("Somebody else", log.QuerySelector(".audit").Words(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EveryActionOfTheLog_HasItsWords()
    {
        var administrator = await site.NewAdministratorAsync("administrator@audit.example", Cancel);
        await using (var db = await site.Site.Services.GetRequiredService<IDbContextFactory<Core.Data.DirectoryDb>>().CreateDbContextAsync(Cancel))
        {
            foreach (var action in Enum.GetValues<AuditAction>())
            {
                await AuditLog.AppendAsync(db, site.Clock.GetUtcNow().UtcDateTime, null, action, AuditSubject.Account, administrator.Id, null, action == AuditAction.SlowedDown ? nameof(GuessedAt.Code) : "", Cancel);
            }

            await db.SaveChangesAsync(Cancel);
        }

        foreach (var (language, guess) in new[] { ("en", "after the right password"), ("ru", "после верного пароля") })
        {
            administrator.Browser.Headers["Accept-Language"] = language;
            var log = (await administrator.Browser.GetAsync("/admin/audit")).Page.QuerySelector(".audit").Words();
            Assert.DoesNotContain("Admin.Action", log, StringComparison.Ordinal);
            Assert.Contains(guess, log, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WithoutItsEntry_NoChangeOfAnAccountIsMade()
    {
        var administrator = await site.NewAdministratorAsync("administrator@audit.example", Cancel);
        var person = await site.NewEditorAsync("person@audit.example", Cancel);
        await PasswordAsync(person);
        var entering = person.Browser;
        await person.SignInAsync(anew: true);
        var address = $"/admin/users/{person.Id}";
        var user = (await administrator.Browser.GetAsync(address)).Page;
        var country = user.QuerySelector("input[name=countries]")!.GetAttribute("value")!;
        await site.AskAsync(db => db.AuditHeads.ExecuteDeleteAsync(Cancel));
        var before = await AccountsAsync();

        Answer[] answers =
        [
            await administrator.Browser.SubmitAsync(user, address, ("countries", country)),
            await administrator.Browser.SubmitAsync(user, $"{address}/link"),
            await administrator.Browser.SubmitAsync(user, $"{address}/revoke", ("reason", "Why")),
            await administrator.Browser.SubmitAsync("/admin/users/invite", "/admin/users/invite", ("email", "new@audit.example"), ("countries", country)),
            await person.Browser.SubmitAsync("/admin/account/name", "/admin/account/name", ("name", "Somebody else")),
            await person.Browser.SubmitAsync("/admin/account/password", "/admin/account/password", ("password", NewPassword)),
            await person.Browser.SubmitAsync("/admin/account/factors", "/admin/account/recovery-codes"),
            await NewAuthenticatorAsync(person),
            await entering.SubmitAsync("/admin/sign-in/second", "/admin/sign-in/second", ("code", person.RecoveryCodes[0])),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.InternalServerError, answer.Status));
        Assert.Equal(before, await AccountsAsync());
    }

    [Fact]
    public async Task Guesses_AreRecordedOnceAnHour_HoweverManyTheyAre_AndOnlyOfAccountsThatThereAre()
    {
        var person = await site.NewReviewerAsync("person@audit.example", Cancel);
        var stranger = site.NewVisitor(Cancel);
        for (var guess = 0; guess < 9; guess++)
        {
            await GuessAsync(stranger, person.Email);
            await GuessAsync(stranger, $"nobody{guess % 2}@audit.example");
        }

        Assert.Equal([nameof(GuessedAt.Password)], await GuessesAsync());
        await PasswordAsync(person);
        for (var guess = 0; guess < 9; guess++)
        {
            await person.Browser.SubmitAsync("/admin/sign-in/second", "/admin/sign-in/second", ("code", "000000"));
            site.Clock.Advance(SlowDown.LongestWait);
        }

        Assert.Equal([nameof(GuessedAt.Password), nameof(GuessedAt.Code)], await GuessesAsync());
        site.Clock.Advance(TimeSpan.FromHours(1));
        for (var guess = 0; guess < SlowDown.FreeForAccount; guess++)
        {
            await GuessAsync(stranger, person.Email);
        }

        Assert.Equal([nameof(GuessedAt.Password), nameof(GuessedAt.Code), nameof(GuessedAt.Password)], await GuessesAsync());
        Assert.True((await site.Site.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, Cancel)).IsWhole);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task DoEverythingAsync(StaffPerson administrator, StaffPerson person)
    {
        var address = $"/admin/users/{person.Id}";
        var page = (await administrator.Browser.GetAsync(address)).Page;
        page.QuerySelector("input[name=organisations][checked]")!.RemoveAttribute("checked");
        await administrator.Browser.SubmitAsync(page, address, ("countries", page.QuerySelector("input[name=countries]")!.GetAttribute("value")!));
        await person.Browser.SubmitAsync("/admin/account/name", "/admin/account/name", ("name", "Somebody else"));
        await person.Browser.SubmitAsync("/admin/account/password", "/admin/account/password", ("password", NewPassword));
        await NewAuthenticatorAsync(person);
        var made = await person.Browser.SubmitAsync("/admin/account/factors", "/admin/account/recovery-codes");
        var codes = made.Page.QuerySelectorAll(".codes code");
        await SignInAsync(person, codes[0].Words());
        await person.Browser.SubmitAsync("/admin/account", "/admin/account/sign-out-everywhere");
        await SignInAsync(person, codes[1].Words());
        await person.Browser.SubmitAsync("/admin", "/admin/sign-out");
        await administrator.Browser.SubmitAsync(address, $"{address}/link");
        await administrator.Browser.SubmitAsync(address, $"{address}/revoke", ("reason", "Left, says person@audit.example"));
        await administrator.Browser.SubmitAsync(address, $"{address}/restore");
    }

    private static async Task SignInAsync(StaffPerson person, string code)
    {
        await PasswordAsync(person, NewPassword);
        await person.Browser.SubmitAsync("/admin/sign-in/second", "/admin/sign-in/second", ("code", code));
    }

    private async Task<Answer> NewAuthenticatorAsync(StaffPerson person)
    {
        var page = (await person.Browser.GetAsync("/admin/account/authenticator")).Page;
        return await person.Browser.SubmitAsync(page, "/admin/account/authenticator", ("code", AuthenticatorCodes.CodeAt(StaffPerson.KeyOf(page.QuerySelector("#key").Words()), site.Clock.GetUtcNow())));
    }

    private static async Task PasswordAsync(StaffPerson person, string password = StaffPerson.Password)
    {
        person.Browser.Cookies.Remove(StaffCookies.Session);
        var answer = await person.Browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", person.Email), ("password", password));
        Assert.Equal("/admin/sign-in/second", answer.Location);
    }

    private async Task GuessAsync(Visitor stranger, string email)
    {
        await stranger.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", email), ("password", "wrong"));
        site.Clock.Advance(SlowDown.LongestWait);
    }

    private async Task<List<string>> GuessesAsync()
    {
        await site.Site.Services.GetRequiredService<GuessRecord>().WrittenAsync();
        return await site.AskAsync(db => db.AuditEntries.Where(entry => entry.Action == AuditAction.SlowedDown).OrderBy(entry => entry.Number).Select(entry => entry.Detail).ToListAsync(Cancel));
    }

    private Task<List<AuditEntry>> EntriesOfAsync(Guid member) =>
        site.AskAsync(db => db.AuditEntries.AsNoTracking().Where(entry => entry.SubjectKind == AuditSubject.Account && entry.SubjectId == member).OrderBy(entry => entry.Number).ToListAsync(Cancel));

    // All that is known of accounts, as one text.
    private Task<string> AccountsAsync() => site.AskAsync(async db => JsonSerializer.Serialize(new
    {
        Members = await db.StaffMembers.AsNoTracking().OrderBy(member => member.Id).ToListAsync(Cancel),
        Grants = await db.StaffGrants.AsNoTracking().OrderBy(grant => grant.Id).ToListAsync(Cancel),
        Codes = await db.StaffRecoveryCodes.AsNoTracking().OrderBy(code => code.Id).ToListAsync(Cancel),
        Links = await db.StaffInvitations.AsNoTracking().OrderBy(link => link.Id).ToListAsync(Cancel),
        Sessions = await db.StaffSessions.AsNoTracking().OrderBy(session => session.Id).ToListAsync(Cancel),
    }));
}
