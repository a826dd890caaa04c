using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Testing;
using ZXing.Common;
using ZXing.QrCode.Internal;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class AccountTests : IAsyncDisposable
{
    private const int QuietZone = 4;

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewRecoveryCodes_ReplaceTheOldOnes()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);

        var made = await person.Browser.SubmitAsync("/admin/account/factors", "/admin/account/recovery-codes");
        var codes = made.Page.QuerySelectorAll(".codes code").Select(code => code.TextContent).ToList();

        Assert.Equal(10, codes.Except(person.RecoveryCodes).Count());
        Assert.Equal("data:text/plain;charset=utf-8," + Uri.EscapeDataString(string.Join("\n", codes)), made.Page.QuerySelector("a[download]")!.GetAttribute("href"));
        await PasswordAsync(person);
        Assert.Null((await CodeAsync(person, person.RecoveryCodes[0])).Location);
        Assert.Equal("/admin", (await CodeAsync(person, codes[0])).Location);
    }

    [Fact]
    public async Task ANewAuthenticator_ReplacesTheOldOne_AndEndsOtherSessions()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var other = person.Browser;
        await person.SignInAsync(anew: true);
        var page = await person.Browser.GetAsync("/admin/account/authenticator");
        var key = StaffPerson.KeyOf(page.Page.QuerySelector("#key").Words());

        var saved = await person.Browser.SubmitAsync(page.Page, "/admin/account/authenticator", ("code", AuthenticatorCodes.CodeAt(key, site.Clock.GetUtcNow())));

        Assert.Equal("/admin/account/factors", saved.Location);
        Assert.Equal("/admin/sign-in", (await other.GetAsync("/admin")).Location);
        await PasswordAsync(person);
        Assert.Null((await CodeAsync(person, person.NextCode())).Location);
        Assert.Equal("/admin", (await CodeAsync(person, AuthenticatorCodes.CodeAt(key, site.Clock.GetUtcNow()))).Location);
    }

    [Fact]
    public async Task ThePictureToScan_HoldsTheSecretThatIsSpelled_AndWhoseItIs()
    {
        var person = await site.NewReviewerAsync("a+b@staff.example", Cancel);
        var page = (await person.Browser.GetAsync("/admin/account/authenticator")).Page;

        var scanned = new Uri(Scan(page.QuerySelector("svg.qr")!));

        Assert.Equal(("otpauth", "totp", "/Referral Directory:a+b@staff.example"), (scanned.Scheme, scanned.Host, Uri.UnescapeDataString(scanned.AbsolutePath)));
        Assert.Equal($"?secret={page.QuerySelector("#key").Words().Replace(" ", "", StringComparison.Ordinal)}&issuer=Referral%20Directory", scanned.Query);
    }

    [Fact]
    public async Task ASealedSecret_OfSomebodyElsesPage_IsNotTaken()
    {
        var victim = await site.NewReviewerAsync("a@staff.example", Cancel);
        var attacker = await site.NewReviewerAsync("b@staff.example", Cancel);
        var page = await attacker.Browser.GetAsync("/admin/account/authenticator");
        var sealedKey = page.Page.QuerySelector("input[name=key]")!.GetAttribute("value")!;

        var mine = await victim.Browser.GetAsync("/admin/account/authenticator");
        var answer = await victim.Browser.SubmitAsync(mine.Page, "/admin/account/authenticator", ("key", sealedKey), ("code", "123456"));

        Assert.NotEqual(page.Page.QuerySelector("#key").Words(), answer.Page.QuerySelector("#key").Words());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public async Task AName_ThatIsNone_ComesBackWithAnErrorThatLeadsToTheField(string name)
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);

        var answer = await person.Browser.SubmitAsync("/admin/account/name", "/admin/account/name", ("name", name));

        Assert.Equal("#name", answer.Page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("true", answer.Page.QuerySelector("#name")!.GetAttribute("aria-invalid"));
        Assert.Equal(name, answer.Page.QuerySelector("#name")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task AnAnswerOfNoPasskey_IsRefused_WithAPage()
    {
        var browser = site.NewVisitor(Cancel);
        foreach (var (credential, state) in new[] { ("", ""), ("{}", "x"), ("not json", "made up") })
        {
            var answer = await browser.SubmitAsync("/admin/sign-in", "/admin/sign-in/passkey", ("credential", credential), ("state", state));

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains("did not work with the passkey", answer.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        }
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // What the path draws, read by another library than the one that made it.
    private static string Scan(IElement picture)
    {
        var size = int.Parse(picture.GetAttribute("viewBox")!.Split(' ')[2], CultureInfo.InvariantCulture);
        var modules = new BitMatrix(size - (2 * QuietZone));
        foreach (Match run in Regex.Matches(picture.QuerySelector("path")!.GetAttribute("d")!, @"M(\d+) (\d+)h(\d+)v1H\1"))
        {
            var (x, y, length) = (Number(run, 1), Number(run, 2), Number(run, 3));
            modules.setRegion(x - QuietZone, y - QuietZone, length, 1);
        }

        return new Decoder().decode(modules, null).Text;

        static int Number(Match run, int group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private static async Task PasswordAsync(StaffPerson person)
    {
        person.Browser.Cookies.Remove("__Host-session");
        await person.Browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password));
    }

    private static Task<Answer> CodeAsync(StaffPerson person, string code) => person.Browser.SubmitAsync("/admin/sign-in/second", "/admin/sign-in/second", ("code", code));
}
