using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>What a session that was left open can still change.</summary>
public sealed class StaleSessionTests : IAsyncDisposable
{
    /// <summary>The whole list of what asks nobody again who they are. Whoever adds to it must know why: nothing here changes an account.</summary>
    private static readonly string[] AsksNobody =
    [
        // In a hurry nobody should have to look for a telephone first.
        "/admin/account/sign-out-everywhere",
        "/admin/sign-out",
        // They ask themselves, for a password, a code, a passkey or a link.
        "/admin/answer/{token}",
        "/admin/confirm",
        "/admin/confirm/passkey",
        "/admin/confirm/passkey/options",
        "/admin/invitation/{token}",
        "/admin/sign-in",
        "/admin/sign-in/passkey",
        "/admin/sign-in/passkey/options",
        // Only for a session that has just begun.
        "/admin/set-up",
        "/admin/set-up/passkey",
        "/admin/set-up/passkey/options",
        "/admin/sign-in/second",
        // The daily work: nothing of it reaches the public by one person where it would send somebody to a stranger.
        "/admin/drafts/{id:guid}/conflict",
        "/admin/drafts/{id:guid}/resume",
        "/admin/drafts/{id:guid}/send",
        "/admin/drafts/{id:guid}/withdraw",
        "/admin/freshness/confirm",
        "/admin/freshness/undo",
        "/admin/history/{id:guid}/restore",
        "/admin/imports",
        "/admin/imports/{id:guid}/cancel",
        "/admin/imports/{id:guid}/propose",
        "/admin/organisations/new",
        "/admin/organisations/{id:guid}/bring-back",
        "/admin/organisations/{id:guid}/link",
        "/admin/organisations/{id:guid}/link/revoke",
        "/admin/organisations/{id:guid}/take-back",
        "/admin/organisations/{id:guid}/take-down",
        "/admin/organisations/{organisation:guid}/{task:regex(^(names|places|languages|hours|translation-.+)$)}",
        "/admin/organisations/{organisation:guid}/{task:regex(^(services|contacts)$)}/new",
        "/admin/organisations/{organisation:guid}/{task:regex(^(services|contacts)$)}/{item:guid}",
        "/admin/organisations/{organisation:guid}/{task:regex(^(services|contacts)$)}/{item:guid}/move",
        "/admin/organisations/{organisation:guid}/{task:regex(^(services|contacts)$)}/{item:guid}/remove",
        "/admin/review/{id:guid}/publish",
        "/admin/review/{id:guid}/reject",
        "/admin/steps/{id:guid}",
        "/admin/terms/{kind:regex(^(audience|assistance-type)$)}/new",
        "/admin/terms/{kind:regex(^(audience|assistance-type)$)}/{id:guid}",
        // It changes nothing but what one sees.
        "/admin/audit/verify",
        "/admin/language",
    ];

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryChange_AsksAgainWhoItIs_ButThoseOnTheList()
    {
        var person = await site.NewAdministratorAsync("a@staff.example", Cancel);
        site.Clock.Advance(StaffSession.FreshFor);

        var open = new List<string>();
        foreach (var (_, template) in AdminEndpoints.Of(site).Where(endpoint => endpoint.Method != "GET"))
        {
            foreach (var variant in AdminEndpoints.Variants(template))
            {
                var answer = await person.Browser.PostAsync(AdminEndpoints.Address(variant, _ => person.Id));
                if (answer.Location?.StartsWith("/admin/confirm", StringComparison.Ordinal) is not true)
                {
                    open.Add(template);
                }
            }
        }

        Assert.Equal(AsksNobody.Order(StringComparer.Ordinal), open.Distinct().Order(StringComparer.Ordinal));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
