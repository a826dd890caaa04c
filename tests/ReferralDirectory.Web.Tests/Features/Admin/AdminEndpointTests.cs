using System.Net;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>Walks over every admin endpoint, so that a new one cannot be forgotten.</summary>
[Trait("Database", "Either")]
public sealed class AdminEndpointTests(AdminFixture fixture)
{
    /// <summary>The whole list of what a stranger may reach. Whoever adds to it must know why.</summary>
    private static readonly string[] OpenToStrangers =
    [
        "GET /admin/answer/{token}",
        "GET /admin/answered",
        "GET /admin/assets/site.css",
        "GET /admin/assets/staff.css",
        "GET /admin/assets/staff.js",
        "GET /admin/invitation/{token}",
        "GET /admin/sign-in",
        "POST /admin/answer/{token}",
        "POST /admin/invitation/{token}",
        "POST /admin/language",
        "POST /admin/sign-in",
        "POST /admin/sign-in/passkey",
        "POST /admin/sign-in/passkey/options",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryEndpoint_SendsAStrangerToTheSignIn_ButThoseOnTheList()
    {
        var open = new List<string>();
        foreach (var (method, template) in Endpoints())
        {
            var stranger = fixture.Site.NewVisitor(Cancel);
            var answer = method == "GET" ? await stranger.GetAsync(Address(template)) : await stranger.PostAsync(Address(template));
            if (answer.Location?.StartsWith("/admin/sign-in", StringComparison.Ordinal) is not true)
            {
                open.Add($"{method} {template}");
            }
            else
            {
                Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
                Assert.Equal("", answer.Text);
            }
        }

        Assert.Equal(OpenToStrangers, open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryUnsafeEndpoint_RefusesAFormWithoutItsToken()
    {
        var unsafeOnes = Endpoints().Where(endpoint => endpoint.Method != "GET").ToList();
        Assert.True(unsafeOnes.Count > 15);
        var (settingUp, halfway) = (fixture.Site.NewVisitor(Cancel), fixture.Site.NewVisitor(Cancel));
        var link = await fixture.Site.InviteAsync("setting-up@staff.example", Cancel);
        Assert.Equal("/admin/set-up", (await settingUp.SubmitAsync(link, link, ("name", "On the way"), ("password", StaffPerson.Password))).Location);
        Assert.Equal("/admin/sign-in/second", (await halfway.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", fixture.Reviewer.Email), ("password", StaffPerson.Password))).Location);
        foreach (var (_, template) in unsafeOnes)
        {
            // Some endpoints are for those on the way in: to anybody else the door answers before the token is looked at.
            var browser = template.StartsWith("/admin/set-up", StringComparison.Ordinal) ? settingUp : template == "/admin/sign-in/second" ? halfway : fixture.Administrator.Browser;
            var answer = await browser.PostAsync(Address(template), ("reason", "none"), ("name", "x"), ("language", "ru"));

            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{template} answered {answer.Status} {answer.Location}");
        }

        Assert.Equal(HttpStatusCode.OK, (await fixture.Administrator.Browser.GetAsync("/admin/account")).Status);
    }

    [Fact]
    public async Task EveryPage_OpensForAnAdministrator_AndOnesOwnForEveryone()
    {
        foreach (var (_, template) in Endpoints().Where(endpoint => endpoint.Method == "GET" && !endpoint.Template.Contains("sign-in", StringComparison.Ordinal) && !endpoint.Template.Contains("{token}", StringComparison.Ordinal) && endpoint.Template != "/admin/set-up"))
        {
            var answer = await fixture.Administrator.Browser.GetAsync(Address(template));
            // What belongs to an organisation, a revision or a term has tests of its own, with ids of these; so has adding an organisation.
            var expected = template.StartsWith("/admin/users", StringComparison.Ordinal) || !template.Contains(":guid}", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Assert.True(answer.Status == (template == "/admin/organisations/new" ? HttpStatusCode.Forbidden : expected), $"{template} answered {answer.Status} {answer.Location}");
        }

        foreach (var person in new[] { fixture.Reviewer, fixture.Editor })
        {
            foreach (var page in new[] { "/admin", "/admin/account", "/admin/account/name", "/admin/account/factors" })
            {
                Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync(page)).Status);
            }

            Assert.DoesNotContain("/admin/users", (await person.Browser.GetAsync("/admin")).Page.Hrefs());
        }
    }

    [Fact]
    public async Task EveryAnswer_HasTheHeadersOfTheAdminArea()
    {
        foreach (var (method, template) in Endpoints().Append(("GET", "/admin/nothing-here")))
        {
            foreach (var visitor in new[] { fixture.Site.NewVisitor(Cancel), fixture.Administrator.Browser })
            {
                var answer = method == "GET" ? await visitor.GetAsync(Address(template)) : await visitor.PostAsync(Address(template));

                Assert.Equal("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'", answer.Headers["Content-Security-Policy"].Single());
                Assert.Equal("same-origin", answer.Headers["Referrer-Policy"].Single());
                Assert.Equal("no-store", answer.Headers["Cache-Control"].Single());
                Assert.Equal("no-store", answer.Headers["CDN-Cache-Control"].Single());
                Assert.Equal("noindex, nofollow, noarchive", answer.Headers["X-Robots-Tag"].Single());
                Assert.Equal("DENY", answer.Headers["X-Frame-Options"].Single());
                Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"].Single());
                Assert.Contains("publickey-credentials-get=(self)", answer.Headers["Permissions-Policy"].Single(), StringComparison.Ordinal);
                Assert.Contains("publickey-credentials-create=(self)", answer.Headers["Permissions-Policy"].Single(), StringComparison.Ordinal);
                Assert.Contains("camera=()", answer.Headers["Permissions-Policy"].Single(), StringComparison.Ordinal);
                Assert.Empty(answer.Headers["Content-Encoding"]);
            }
        }
    }

    private IReadOnlyList<(string Method, string Template)> Endpoints() =>
        [.. AdminEndpoints.Of(fixture.Site).SelectMany(endpoint => AdminEndpoints.Variants(endpoint.Template), (endpoint, variant) => (endpoint.Method, variant))];

    private string Address(string template) => AdminEndpoints.Address(template, _ => fixture.Editor.Id);
}
