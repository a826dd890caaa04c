namespace ReferralDirectory.Core.Tests.Architecture;

public sealed class WebArchitectureTests
{
    private const string InfrastructureRoot = "ReferralDirectory.Web.Infrastructure.";

    [Fact]
    public void Feature_UsesNoOtherFeatureThanShared()
    {
        var uses = from pair in OurCode.Uses
                   let user = OurCode.PartOf(pair.User, OurCode.FeaturesRoot)
                   let used = OurCode.PartOf(pair.Used, OurCode.FeaturesRoot)
                   where user is not null && used is not null
                   select (pair.User, pair.Used, IsAllowed: used == user || used == "Shared" || IsPreview(user, used));

        Assert.NotEmpty(uses);
        Assert.DoesNotContain(uses, pair => !pair.IsAllowed);
    }

    // Staff see a draft on the public page itself.
    private static bool IsPreview(string user, string used) => user == "Admin" && used == "Providers";

    [Fact]
    public void Infrastructure_UsesNoFeature()
    {
        var uses = OurCode.Uses.Where(pair => pair.User.StartsWith(InfrastructureRoot, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(uses);
        Assert.DoesNotContain(uses, pair => OurCode.PartOf(pair.Used, OurCode.FeaturesRoot) is not null);
    }

    [Fact]
    public void Views_AreSeenByTheseRules() =>
        Assert.Contains(OurCode.Uses, pair => pair.User.StartsWith("AspNetCoreGeneratedDocument.Features_Providers_", StringComparison.Ordinal));
}
