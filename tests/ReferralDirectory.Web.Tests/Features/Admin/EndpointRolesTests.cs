using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>Each endpoint, asked for by each sort of person, against a table of what they get.</summary>
public sealed class EndpointRolesTests : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryEndpoint_AnswersEachRole_AsTheTableSays()
    {
        // Before the first request the site does not know its admin area.
        await site.NewVisitor(Cancel).GetAsync("/admin");
        var endpoints = AdminEndpoints.Of(site).SelectMany(endpoint => AdminEndpoints.Variants(endpoint.Template), (endpoint, variant) => $"{endpoint.Method} {variant}").ToList();
        Assert.Equal(endpoints.Order(StringComparer.Ordinal), EndpointRoles.Rows.Keys.Order(StringComparer.Ordinal));

        var organisation = await site.OrganisationAsync("sisters");
        var country = await site.AskAsync(db => db.Countries.Select(country => country.Id).SingleAsync(Cancel));
        StaffPerson[] people =
        [
            await site.NewPersonAsync("editor@roles.example", Cancel, new StaffGrant { Role = StaffRole.Editor, OrganisationId = organisation }),
            await site.NewPersonAsync("other@roles.example", Cancel, new StaffGrant { Role = StaffRole.Editor, OrganisationId = await site.OrganisationAsync("ingo") }),
            await site.NewReviewerAsync("reviewer@roles.example", Cancel),
            await site.NewPersonAsync("elsewhere@roles.example", Cancel, new StaffGrant { Role = StaffRole.Reviewer, CountryId = await site.NewCountryAsync("Elsewhere", Cancel) }),
            await site.NewAdministratorAsync("administrator@roles.example", Cancel),
        ];
        var ids = await IdsAsync(people[0], organisation, country);
        var lost = new SortedSet<string>(StringComparer.Ordinal);
        var told = EndpointRoles.Rows.Keys.ToDictionary(row => row, _ => new List<string>());
        foreach (var person in people.Prepend(null))
        {
            var browser = person?.Browser ?? site.NewVisitor(Cancel);
            // Each tries to sign in with nothing, from one address: they shall not wait for each other.
            site.Clock.Advance(TimeSpan.FromSeconds(10));
            var form = (await browser.GetAsync(browser.Cookies.Count == 0 ? "/admin/sign-in" : "/admin/account/name")).Page.QuerySelector("main form")!;
            var token = Visitor.Fields(form).Single(field => field.Name == "__token");
            // Pages first, and what signs out last.
            foreach (var row in EndpointRoles.Rows.Keys.OrderBy(row => row.Contains("sign-out", StringComparison.Ordinal)).ThenBy(row => row.StartsWith("POST", StringComparison.Ordinal)).ThenBy(row => row, StringComparer.Ordinal))
            {
                var (method, template) = row.Split(' ') is [var first, var second] ? (first, second) : default;
                var address = AdminEndpoints.Address(template, name => IdOf(ids, template, name));
                if (person is not null && template.StartsWith("/admin/sign-out", StringComparison.Ordinal))
                {
                    // Signed out everywhere they are by then.
                    site.Clock.Advance(SlowDown.LongestWait);
                    Assert.Equal("/admin", (await person.SignInAsync()).Location);
                }

                var answer = method == "GET" ? await browser.GetAsync(address) : await browser.PostAsync(address, token);
                lost.UnionWith(method == "GET" && answer.Text.Contains("<form", StringComparison.Ordinal) ? FormsThatLoseWhatIsTyped(answer.Page, endpoints) : []);
                told[row].Add(answer.Headers["Set-Cookie"].Any(cookie => cookie.StartsWith($"{StaffCookies.Session}=;", StringComparison.Ordinal)) ? "out" : answer.Location?.StartsWith("/admin/sign-in", StringComparison.Ordinal) == true ? "door" : ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        Assert.Empty(lost);
        Assert.Equal(Table(EndpointRoles.Rows), Table(told.ToDictionary(row => row.Key, row => string.Join(' ', row.Value))));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static string Table(IReadOnlyDictionary<string, string> rows) => string.Join('\n', rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key}: {row.Value}"));

    // What is typed comes back after signing in again: at the form's own address, and where the form says whose it is. Passwords and codes are not kept.
    private static IEnumerable<string> FormsThatLoseWhatIsTyped(IHtmlDocument page, IReadOnlyList<string> endpoints) =>
        from form in page.QuerySelectorAll("form[method=post]")
        where form.QuerySelector("textarea, input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url]") is not null
            && form.QuerySelector("input[type=password], input[autocomplete=one-time-code], input[name=code]") is null
        let action = form.GetAttribute("action") ?? ""
        where form.QuerySelector($"input[name={KeptForms.OwnerField}]") is null || !endpoints.Any(endpoint => endpoint.StartsWith("GET ", StringComparison.Ordinal) && AdminEndpoints.Matches(endpoint[4..], action))
        select $"{form.BaseUri} {action}";

    private static Guid IdOf(Dictionary<(string Area, string Name), Guid> ids, string variant, string name)
    {
        var parts = variant.Split('/');
        var (area, kind) = (parts[2], parts[3]);
        return (area, kind) switch
        {
            ("history", "organisation") => ids[("organisations", "")],
            ("history", "step-text") => ids[("steps", "")],
            ("history" or "terms", "audience" or "assistance-type") => ids[("terms", kind)],
            ("organisations", _) when name == "item" => ids[("organisations", parts[4])],
            _ => ids.GetValueOrDefault((area, name), ids[(area, "")]),
        };
    }

    /// <summary>What the editor of an entry has, by the first part of an address and the name of an id in it.</summary>
    private async Task<Dictionary<(string Area, string Name), Guid>> IdsAsync(StaffPerson editor, Guid organisation, Guid country)
    {
        var actor = new Actor(editor.Id, false, ImmutableHashSet<Guid>.Empty, ImmutableHashSet.Create(organisation));
        var subject = new Subject(SubjectKind.Organisation, organisation);
        var drafts = site.Site.Services.GetRequiredService<DraftDesk>();
        async Task<RevisionSummary> SaveAsync(string word)
        {
            var start = (await drafts.OpenAsync(actor, subject, Cancel))!;
            var draft = (OrganisationDraft)start.Draft with { AlsoKnownAs = [word] };
            return Assert.IsType<EditResult.Done>(await drafts.SaveAsync(actor, new DraftInput { Draft = draft, SubjectId = organisation, BaseVersion = start.BaseVersion }, Cancel)).Revision!;
        }

        var sent = await SaveAsync("One word");
        Assert.IsType<EditResult.Done>(await drafts.SubmitAsync(actor, sent.Id, sent.Version, Cancel));
        var draft = await SaveAsync("Another word");
        var import = (await site.Site.Services.GetRequiredService<ImportDesk>().StartAsync(editor.Id, new MemoryStream("[]"u8.ToArray()), Cancel))!.Value;
        await site.Site.Services.GetRequiredService<ImportWorker>().SettleAsync();
        return new()
        {
            [("organisations", "")] = organisation,
            [("organisations", "revision")] = draft.Id,
            [("organisations", "contacts")] = await site.AskAsync(db => db.ContactPoints.Where(contact => contact.OrganisationId == organisation).OrderBy(contact => contact.Position).Select(contact => contact.Id).FirstAsync(Cancel)),
            [("organisations", "services")] = await site.AskAsync(db => db.Services.Where(service => service.OrganisationId == organisation).OrderBy(service => service.Position).Select(service => service.Id).FirstAsync(Cancel)),
            [("drafts", "")] = draft.Id,
            [("review", "")] = sent.Id,
            [("history", "")] = sent.Id,
            [("imports", "")] = import,
            [("users", "")] = editor.Id,
            [("steps", "")] = await site.AskAsync(db => db.StepTexts.Where(text => db.Steps.Any(step => step.Id == text.StepId && step.CountryId == country)).OrderBy(text => text.Id).Select(text => text.Id).FirstAsync(Cancel)),
            [("terms", "assistance-type")] = await site.AskAsync(db => db.AssistanceTypes.OrderBy(type => type.Position).Select(type => type.Id).FirstAsync(Cancel)),
            [("terms", "audience")] = await site.AskAsync(db => db.Audiences.OrderBy(audience => audience.Position).Select(audience => audience.Id).FirstAsync(Cancel)),
        };
    }
}
