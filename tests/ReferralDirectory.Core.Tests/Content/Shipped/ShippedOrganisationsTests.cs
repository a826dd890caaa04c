namespace ReferralDirectory.Core.Tests.Content.Shipped;

public sealed class ShippedOrganisationsTests
{
    /// <summary>Slug, identifier, and places as far as the source states them. Other directories may keep the identifiers.</summary>
    public static TheoryData<string, string, string> Organisations => new()
    {
        { "alternative", "5a5600e8-55c0-5255-84de-3716896e0b25", "moscow" },
        { "blago-darju", "66e8b0e3-68d8-5345-8a6d-228bff8e8ded", "penza" },
        { "galaktika", "229f56f6-f15d-5153-a2e2-e906b3b4ad07", "saint-petersburg" },
        { "ingo", "8eeb3ec4-060f-5d83-965e-3a53bba2e0b9", "saint-petersburg" },
        { "iom-moscow", "743bb606-b454-56d9-b8ba-213e7c08f693", "moscow" },
        { "karelia-centre", "0d807e4a-efdc-5de1-bb56-3248224bb574", "karelia" },
        { "maria", "124dafc8-9288-5f00-9209-53d6e2c84432", "irkutsk" },
        { "migration-research-center", "118bc855-a830-5c8d-8199-a2c0d6603b6d", "" },
        { "nevoli-net", "353ff241-e49e-5b71-a09c-1f925d2d3128", "moscow" },
        { "red-cross-astrakhan", "e8a01d02-6a73-5167-980f-a12994eef8a4", "astrakhan" },
        { "red-cross-saint-petersburg", "47b5fba2-9667-5349-b1ec-b3d2c0d9e0c1", "saint-petersburg" },
        { "safe-house", "0250bc71-bb3e-5f33-aa84-5c862ffd0476", "" },
        { "sisters", "df3f5f0b-0cda-593b-a7a4-ed86fdc267a3", "" },
        { "stellit", "4eb9a88c-6bb2-5f0f-9528-fbdbd95d3530", "" },
        { "warm-house-on-the-mountain", "b535dcc2-b7e6-5178-95fc-e296e50a1a87", "dagestan" },
    };

    [Fact]
    public void Organisations_AreTheFifteenOfTheSource()
    {
        Assert.Equal(15, Organisations.Count);
        Assert.Equal(
            Organisations.Select(row => row.Data.Item1),
            ShippedContent.Russia.Organisations.Select(organisation => organisation.Slug.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Organisations))]
    public void Organisation_KeepsItsIdentifierAndNamesOnlyPlacesThatTheSourceStates(string slug, string id, string place)
    {
        var organisation = ShippedContent.Russia.Organisations.Single(organisation => organisation.Slug.Value == slug);

        Assert.Equal(Guid.Parse(id), organisation.Id);
        Assert.Equal(place.Length == 0 ? [] : [place], organisation.Places.Select(stated => stated.Slug.Value));
    }

    [Fact]
    public void Organisations_WithoutAPlace_AreFour() =>
        Assert.Equal(4, ShippedContent.Russia.Organisations.Count(organisation => organisation.Places.Count == 0));

    [Fact]
    public void Places_AreEachNamedByAnOrganisation() =>
        Assert.Equal(
            ShippedContent.Russia.Organisations.SelectMany(organisation => organisation.Places).Select(place => place.Slug.Value).Distinct().Order(StringComparer.Ordinal),
            ShippedContent.Russia.Places.Select(place => place.Slug.Value).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("alternative")]
    [InlineData("nevoli-net")]
    [InlineData("sisters")]
    public void Organisation_ThatTheSourceSaysRunsAHotline_IsFoundUnderHotlines(string slug) =>
        Assert.Contains(
            ShippedContent.Russia.Organisations.Single(organisation => organisation.Slug.Value == slug).Services,
            service => service.AssistanceTypes.Exists(type => type.IsHotline));

    [Fact]
    public void Hotlines_AreClaimedOfNobodyElse() =>
        Assert.Equal(
            3,
            ShippedContent.Russia.Organisations.Count(organisation => organisation.Services.Exists(service => service.AssistanceTypes.Exists(type => type.IsHotline))));

    [Fact]
    public void AssistanceTypesAndAudiences_AreEachOfferedOrServedBySomebody()
    {
        var services = ShippedContent.Russia.Organisations.SelectMany(organisation => organisation.Services).ToList();

        Assert.All(ShippedContent.All.AssistanceTypes, type => Assert.Contains(services, service => service.AssistanceTypes.Contains(type)));
        Assert.All(ShippedContent.All.Audiences, audience => Assert.Contains(services, service => service.Audiences.Contains(audience)));
    }
}
