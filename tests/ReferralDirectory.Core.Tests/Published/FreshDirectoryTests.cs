using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Core.Tests.Editing;

namespace ReferralDirectory.Core.Tests.Published;

/// <summary>The directory in memory keeps up with the calendar.</summary>
public sealed class FreshDirectoryTests : IDisposable
{
    private static readonly DateTime Monday = new(2027, 2, 1, 9, 0, 0, DateTimeKind.Utc);

    private readonly EditingSite site = new();

    private static CancellationToken Cancel => TestDirectory.Cancellation;

    private PublishedDirectorySource Source => site.Directory.Source;

    private Provider Helpers => Source.Current.Countries.SelectMany(country => country.Providers).Single(provider => provider.Id == EditingSite.HelpersId);

    [Fact]
    public async Task AContact_BecomesStale_OnItsDay_WithoutAnEditOrARestart()
    {
        await ConfirmAsync(Monday);
        Source.Load(Cancel);
        var (before, neighbours) = (Source.Current, Neighbours());

        site.Clock.MoveTo(Monday.Date.AddDays(Freshness.PublicDays + 1).AddMinutes(-2));
        await Source.FreshenAsync(Cancel);
        Assert.Same(before, Source.Current);
        Assert.All(Helpers.Contacts, contact => Assert.False(contact.Confirmed!.IsStale));

        // Nobody asks for it: the minute passes, and the timer rings.
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        while (ReferenceEquals(before, Source.Current))
        {
            await Task.Delay(5, Cancel);
        }

        Assert.All(Helpers.Contacts, contact => Assert.True(contact.Confirmed!.IsStale));
        Assert.True(Helpers.Confirmed!.IsStale);
        Assert.Same(neighbours, Neighbours());
    }

    [Fact]
    public async Task AConfirmationFromTheFuture_IsShownForToday_AndFarFromIt_NotAtAll()
    {
        await ConfirmAsync(Monday.AddHours(20));
        site.Clock.MoveTo(Monday);
        Source.Load(Cancel);
        Assert.All(Helpers.Contacts, contact => Assert.True(contact.Confirmed!.At <= site.Clock.GetUtcNow().UtcDateTime));

        await ConfirmAsync(Monday.AddDays(40));
        site.Clock.MoveTo(Monday.AddDays(1));
        await Source.ReloadAsync(Cancel);
        Assert.All(Helpers.Contacts, contact => Assert.Equal(Monday.Date.AddDays(1), contact.Confirmed!.At.Date));

        // When its day comes, it counts.
        site.Clock.MoveTo(Monday.AddDays(41));
        await Source.FreshenAsync(Cancel);
        Assert.All(Helpers.Contacts, contact => Assert.Equal(Monday.AddDays(40).Date, contact.Confirmed!.At.Date));
    }

    public void Dispose() => site.Dispose();

    private Provider Neighbours() => Source.Current.Countries.SelectMany(country => country.Providers).Single(provider => provider.Id == EditingSite.NeighboursId);

    private async Task ConfirmAsync(DateTime at)
    {
        site.Clock.MoveTo(at);
        await site.Confirmations.ConfirmAsync(site.Reviewer, [.. (await site.OrganisationAsync()).Contacts.Select(contact => contact.Id)], ConfirmationMethod.Called, Cancel);
    }
}
