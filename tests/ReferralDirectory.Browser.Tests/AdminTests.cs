using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>The admin area as people use it, with the real policies, over localhost.</summary>
public sealed class AdminTests(BrowserFixture fixture) : IAsyncDisposable
{
    private readonly StaffSite site = new();
    private readonly List<string> complaints = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Invitation_AuthenticatorApp_FirstEdit(bool withScript)
    {
        var page = await OpenAsync(await InviteEditorAsync(), options =>
        {
            options.JavaScriptEnabled = withScript;
            options.ViewportSize = new ViewportSize { Width = 360, Height = 740 };
        });
        await SetPasswordAsync(page);
        var key = await page.InnerTextAsync("#key");
        await page.FillAsync("#code", CodeOf(key));
        await page.ClickAsync("text=Use this app");

        await Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await page.ClickAsync("text=I have kept them");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Overview");
        await page.SendNumberAsync("+7 902 123-45-90");
        await page.ChooseAsync(AriaRole.Button, "Sign out");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
        await page.GotoAsync(new Uri(Address, "/admin").ToString());
        await Expect(page.Locator("h1").First).ToHaveTextAsync("Sign in");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task APassword_CanBeLookedAt_WhileItIsTyped()
    {
        var page = await OpenAsync(await InviteAsync());
        await page.FillAsync("#password", StaffPerson.Password);

        await page.GetByRole(AriaRole.Button, new() { Name = "Show the password" }).ClickAsync();
        Assert.Equal("text", await page.GetAttributeAsync("#password", "type"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide the password" }).ClickAsync();
        Assert.Equal("password", await page.GetAttributeAsync("#password", "type"));

        var without = await OpenAsync(await site.InviteAsync("other@staff.example", Cancel, new StaffGrant { Role = StaffRole.Administrator }), options => options.JavaScriptEnabled = false);
        await Expect(without.GetByRole(AriaRole.Button, new() { Name = "Show the password" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Invitation_Passkey_FirstEdit_SignOut_SignInByPasskey()
    {
        var page = await OpenAsync(await InviteEditorAsync());
        var devices = await page.Context.NewCDPSessionAsync(page);
        var device = await AddPasskeyDeviceAsync(devices, verifies: true);
        await SetPasswordAsync(page);
        await page.ClickAsync("text=Add a passkey");
        await page.ClickAsync("text=I have kept them");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Overview");
        await page.SendNumberAsync("+7 902 123-45-91");

        await page.ChooseAsync(AriaRole.Button, "Sign out");
        await page.ClickAsync("text=Sign in with a passkey");
        await page.ArriveAsync("/admin$");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Overview");

        // A change of the account asks again; the same passkey answers.
        site.Clock.Advance(StaffSession.FreshFor);
        await page.GotoAsync(new Uri(Address, "/admin/account/factors").ToString());
        await page.ClickAsync("text=Confirm with a passkey");
        await page.ArriveAsync("/admin/account/factors$");
        await page.ClickAsync("text=Remove");
        await Expect(page.Locator(".errors").First).ToContainTextAsync("only second factor");
        Assert.Empty(complaints);

        // A device that does not check who holds it is not enough.
        await page.ChooseAsync(AriaRole.Button, "Sign out");
        await devices.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = device, ["isUserVerified"] = false });
        await page.ClickAsync("text=Sign in with a passkey");
        await page.WaitForSelectorAsync(".passkey .error:not([hidden])");
        await page.GotoAsync(new Uri(Address, "/admin").ToString());
        await Expect(page.Locator("h1").First).ToHaveTextAsync("Sign in");
    }

    [Fact]
    public async Task APasskey_AddedAndRemoved_StandsInTheAuditLog()
    {
        var page = await OpenAsync(await InviteAsync());
        await AddPasskeyDeviceAsync(await page.Context.NewCDPSessionAsync(page), verifies: true);
        await SetPasswordAsync(page);
        await page.FillAsync("#code", CodeOf(await page.InnerTextAsync("#key")));
        await page.ClickAsync("text=Use this app");
        await page.ClickAsync("text=I have kept them");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Overview");
        await page.GotoAsync(new Uri(Address, "/admin/account/factors").ToString());

        await page.ClickAsync("text=Add a passkey");
        await page.ClickAsync("text=Remove");
        await Assertions.Expect(page.Locator("text=Remove")).ToHaveCountAsync(0);

        var entries = await site.AskAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Number).Take(2).ToListAsync(Cancel));
        Assert.Equal([AuditAction.PasskeyRemoved, AuditAction.PasskeyAdded], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal((entry.SubjectId, ""), (entry.ActorId!.Value, entry.Detail)));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task WithTheKeyboardAlone_OneSignsIn_AndSeesWhatIsWrong()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var page = await OpenAsync("/admin/sign-in");
        await TabToAsync(page, "email");
        await page.Keyboard.TypeAsync(person.Email);
        await TabToAsync(page, "password");
        await page.Keyboard.TypeAsync("not the password");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => document.activeElement.id === 'errors'");

        await TabToAsync(page, "password");
        await page.Keyboard.TypeAsync(StaffPerson.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#code");
        await TabToAsync(page, "code");
        await page.Keyboard.TypeAsync(person.NextCode());
        await page.Keyboard.PressAsync("Enter");

        await page.ArriveAsync("/admin$");
    }

    [Fact]
    public async Task AFormThatWasTooLate_ComesBack_InTheBrowserToo()
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var page = await fixture.SignInAsync(site, person);
        await page.GotoAsync("/admin/account/name");
        await page.FillAsync("#name", "Typed for a long time");
        site.Clock.Advance(StaffSession.IdleLimit);
        await page.ClickAsync("main form button");

        await Expect(page.Locator(".notice").First).ToContainTextAsync("is kept");
        await page.FillAsync("#email", person.Email);
        await page.FillAsync("#password", StaffPerson.Password);
        await page.ClickAsync("main button:not([type=button]):visible >> nth=0");
        await page.FillAsync("#code", person.NextCode());
        await page.ClickAsync("main button:not([type=button]):visible >> nth=0");

        Assert.Equal("Typed for a long time", await page.InputValueAsync("#name"));
        await page.ClickAsync("main form button");
        await Expect(page.Locator("dl").First).ToContainTextAsync("Typed for a long time");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private Uri Address => new($"http://localhost:{site.Site.Address.Port}");

    private Task<string> InviteAsync() => site.InviteAsync("new@staff.example", Cancel, new StaffGrant { Role = StaffRole.Administrator });

    private async Task<string> InviteEditorAsync()
    {
        var organisation = await site.OrganisationAsync("maria");
        return await site.InviteAsync("new@staff.example", Cancel, new StaffGrant { Role = StaffRole.Editor, OrganisationId = organisation });
    }

    private async Task<IPage> OpenAsync(string address, Action<BrowserNewContextOptions>? change = null)
    {
        var page = await fixture.OpenAsync("about:blank", change);
        page.KeepComplaints(complaints);
        await page.GotoAsync(new Uri(Address, address).ToString());
        return page;
    }

    private static async Task SetPasswordAsync(IPage page)
    {
        await page.FillAsync("#name", "The reviewer");
        await page.FillAsync("#password", StaffPerson.Password);
        await page.ClickAsync("text=Go on");
        await Expect(page.Locator("h1").First).ToHaveTextAsync("Set up a second factor");
    }

    private static async Task<string> AddPasskeyDeviceAsync(ICDPSession devices, bool verifies)
    {
        await devices.SendAsync("WebAuthn.enable");
        var added = await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = verifies,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return added!.Value.GetProperty("authenticatorId").GetString()!;
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id)
            {
                return;
            }
        }

        Assert.Fail($"Tab never reached {id}.");
    }

    private string CodeOf(string spelled)
    {
        var bits = string.Concat(spelled.Where(char.IsLetterOrDigit).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return AuthenticatorCodes.CodeAt([.. bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))], site.Clock.GetUtcNow());
    }
}
