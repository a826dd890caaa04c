using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Domain;

public sealed class StepKeysTests
{
    [Fact]
    public void All_AreTheSixStepsInOrder() =>
        Assert.Equal(
            ["encounter", "initial-referral", "identification", "assistance", "voluntary-return", "providers"],
            StepKeys.All.Select(key => key.Slug()));

    [Fact]
    public void FromSlug_ForEverySlug_FindsItsStep() =>
        Assert.All(StepKeys.All, key => Assert.Equal(key, StepKeys.FromSlug(key.Slug())));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Encounter")]
    [InlineData("epilogue")]
    public void FromSlug_ForAnythingElse_IsNull(string? slug) => Assert.Null(StepKeys.FromSlug(slug));
}
