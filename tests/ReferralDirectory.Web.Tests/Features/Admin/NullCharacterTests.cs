using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>U+0000, which no keyboard has and one of the databases does not store, ends in no error wherever it is sent.</summary>
public sealed class NullCharacterTests : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ANameThatHoldsOne_IsUnknown()
    {
        var answer = await site.NewVisitor(Cancel).SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", "a\0@staff.example"), ("password", "a\0b"));

        Assert.InRange((int)answer.Status, 200, 499);
    }

    [Theory]
    [InlineData("/admin/account/name")]
    [InlineData("/admin/users/invite")]
    [InlineData("/admin/account/password")]
    public async Task AFormThatHoldsSome_IsTakenOrRefused(string address)
    {
        var administrator = await site.NewAdministratorAsync("administrator@null.example", Cancel);
        foreach (var form in (await administrator.Browser.GetAsync(address)).Page.QuerySelectorAll("main form[method=post]"))
        {
            var fields = Visitor.Fields(form).Select(field => (field.Name, field.Name.StartsWith("__", StringComparison.Ordinal) ? field.Value : $"{field.Value}a\0b")).ToArray();

            var answer = await administrator.Browser.PostAsync(form.GetAttribute("action") ?? address, fields);

            Assert.InRange((int)answer.Status, 200, 499);
        }
    }

    [Fact]
    public async Task AReasonThatHoldsOne_IsTakenOrRefused()
    {
        var administrator = await site.NewAdministratorAsync("administrator@null.example", Cancel);
        var address = EntryLinks.TakeDown(await site.OrganisationAsync("sisters"));

        var answer = await administrator.Browser.SubmitAsync(address, address, ("reason", "Rai\0ded"));

        Assert.InRange((int)answer.Status, 200, 499);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
