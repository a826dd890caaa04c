using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Published;

public sealed class PublishedCountryTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SmallContent content = new();

    [Fact]
    public async Task FindProvider_ForASlugThatIsThere_FindsIt() =>
        Assert.Equal("helpers", (await LoadAsync()).FindProvider("helpers")?.Slug.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Helpers")]
    [InlineData("nobody")]
    public async Task FindProvider_ForAnythingElse_IsNull(string? slug) =>
        Assert.Null((await LoadAsync()).FindProvider(slug));

    [Fact]
    public async Task Phones_StartWithHotlinesAndNumbersThatAreFree()
    {
        content.Replace(SmallContent.Helpers, "  - email: help@example.org", "  - phone: \"8 800 550 7140\"\n  - email: help@example.org");

        var phones = (await LoadAsync()).FindProvider("helpers")!.Phones;

        Assert.Equal(["+78003330016", "+78005507140", "+78127173531"], phones.Select(phone => phone.Value));
    }

    [Fact]
    public async Task HasFreePhone_IsTrueOnlyWithANumberThatIsFree()
    {
        var country = await LoadAsync();

        Assert.True(country.FindProvider("helpers")!.HasFreePhone);
        Assert.False(country.FindProvider("neighbours")!.HasFreePhone);
    }

    [Fact]
    public async Task Hotlines_AreProvidersOfTheHotlineType() =>
        Assert.Equal(["helpers"], (await LoadAsync()).Hotlines.Select(provider => provider.Slug.Value));

    [Fact]
    public async Task Confirmed_WhereAContactIsUnconfirmed_IsNull()
    {
        content.Replace(SmallContent.Neighbours, "by: The team }", "by: The team }\n  - email: us@example.org");

        Assert.Null((await LoadAsync()).FindProvider("neighbours")!.Confirmed);
    }

    [Fact]
    public async Task Confirmed_WhereEveryContactIs_IsTheOldest()
    {
        content.Replace(SmallContent.Neighbours, "by: The team }", "by: The team }\n  - email: us@example.org\n    confirmed: { on: 2025-06-30, how: written, by: The team }");

        Assert.Equal(
            new PublishedConfirmation(new DateTime(2025, 6, 30, 0, 0, 0, DateTimeKind.Utc), ConfirmationMethod.Written, IsStale: true),
            (await LoadAsync()).FindProvider("neighbours")!.Confirmed);
    }

    [Fact]
    public async Task Step_ServedByTypesOfItsOwn_IsServedOnlyByTheirProviders()
    {
        var country = await LoadAsync();

        Assert.Equal(["helpers"], country.Providers.Where(country.Step(StepKey.Encounter).IsServedBy).Select(provider => provider.Slug.Value));
    }

    [Fact]
    public async Task Step_WithoutTypes_IsServedByEveryProvider()
    {
        var country = await LoadAsync();

        Assert.All(country.Providers, provider => Assert.True(country.Step(StepKey.Providers).IsServedBy(provider)));
    }

    [Fact]
    public async Task Step_InALanguageThatIsMissing_IsInTheOriginal() =>
        Assert.Equal("en", (await LoadAsync()).Step(StepKey.Encounter).In(LanguageTag.Parse("tg")).Language.Value);

    [Fact]
    public async Task Types_AreEachThereOnce() =>
        Assert.Equal(["shelter", "talk"], (await LoadAsync()).FindProvider("helpers")!.Types.Select(type => type.Slug.Value));

    public void Dispose()
    {
        folder.Dispose();
        content.Dispose();
    }

    private async Task<PublishedCountry> LoadAsync()
    {
        using var directory = new TestDirectory(folder["directory.db"], content.Path);
        return (await directory.StartAndLoadAsync()).Countries.Single();
    }
}
