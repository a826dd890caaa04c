using System.Data.Common;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
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

    [Theory]
    [InlineData(true, "Confirmations")]
    [InlineData(false, "Confirmations")]
    [InlineData(false, "AuditHeads")]
    public async Task WhatCouldNotBeRead_IsReadAMinuteLater(bool isEverything, string table)
    {
        Source.Load(Cancel);
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Another bed."));
        site.Execute($"ALTER TABLE {table} RENAME TO Elsewhere");
        await Assert.ThrowsAnyAsync<DbException>(() => isEverything ? Source.ReloadAsync(Cancel) : Source.ReloadAsync(new HashSet<Guid> { EditingSite.HelpersId }, Cancel));
        site.Execute($"ALTER TABLE Elsewhere RENAME TO {table}");
        var before = Source.Current;

        site.Clock.Advance(TimeSpan.FromMinutes(2));
        while (ReferenceEquals(before, Source.Current))
        {
            await Task.Delay(5, Cancel);
        }

        Assert.Contains("Another bed.", Helpers.Services[0].Description.Translations.Select(text => text.Text));
        // And once is enough.
        var after = Source.Current;
        await Source.FreshenAsync(Cancel);
        Assert.Same(after, Source.Current);
    }

    [Fact]
    public async Task WhatCouldNotBeRead_IsReadWithTheNextThatIs()
    {
        Source.Load(Cancel);
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Another bed."));
        site.Execute("ALTER TABLE Confirmations RENAME TO Elsewhere");
        await Assert.ThrowsAnyAsync<DbException>(() => Source.ReloadAsync(new HashSet<Guid> { EditingSite.HelpersId }, Cancel));
        site.Execute("ALTER TABLE Elsewhere RENAME TO Confirmations");

        await Source.ReloadAsync(new HashSet<Guid> { EditingSite.NeighboursId }, Cancel);

        Assert.Contains("Another bed.", Helpers.Services[0].Description.Translations.Select(text => text.Text));
    }

    [Fact]
    public async Task WhatIsTakenDown_IsGoneAtOnce_WhateverIsBeingRead()
    {
        var (isRead, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var source = new PublishedDirectorySource(site.Directory.Get<DbDataSource>(), site.Clock, _ =>
        {
            isRead.TrySetResult();
            return goOn.Task;
        });
        source.Load(Cancel);
        var everything = source.ReloadAsync(Cancel);
        await isRead.Task;
        Assert.IsType<EditResult.Done>(await site.TakeDowns.TakeDownAsync(site.Reviewer, EditingSite.HelpersId, "The address leaked.", Cancel));

        var takingOut = source.TakeOutAsync(EditingSite.HelpersId, Cancel);

        Assert.DoesNotContain(EditingSite.HelpersId, Shown());
        Assert.False(takingOut.IsCompleted);
        // What was read before knows nothing of it.
        goOn.SetResult();
        await everything;
        Assert.DoesNotContain(EditingSite.HelpersId, Shown());
        await takingOut;
        Assert.DoesNotContain(EditingSite.HelpersId, Shown());
        Assert.Contains(EditingSite.NeighboursId, Shown());

        // What is read from then on counts again.
        site.Execute("UPDATE Organisations SET TakenDown = NULL");
        await source.ReloadAsync(Cancel);
        Assert.Contains(EditingSite.HelpersId, Shown());

        IEnumerable<Guid> Shown() => source.Current.Countries.SelectMany(country => country.Providers).Select(provider => provider.Id);
    }

    [Fact]
    public async Task WhatIsTakenDownElsewhere_IsGoneWithTheNextLook_WhateverIsBeingRead_AndIsReadAgain()
    {
        var (isRead, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var source = new PublishedDirectorySource(site.Directory.Get<DbDataSource>(), site.Clock, _ =>
        {
            isRead.TrySetResult();
            return goOn.Task;
        });
        source.Load(Cancel);
        Assert.False(source.HasChanged(Cancel));
        var reading = source.ReloadAsync(Cancel);
        await isRead.Task;

        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "Raided.", Cancel));
        Assert.True(source.HasChanged(Cancel));
        Assert.DoesNotContain(EditingSite.HelpersId, Shown());
        // As somebody does who brings it back before it was read.
        site.Execute("UPDATE Organisations SET TakenDown = NULL");
        goOn.SetResult();
        await reading;
        Assert.DoesNotContain(EditingSite.HelpersId, Shown());

        await source.CatchUpAsync(Cancel);
        Assert.Contains(EditingSite.HelpersId, Shown());
        Assert.False(source.HasChanged(Cancel));
        var before = source.Current;
        await source.CatchUpAsync(Cancel);
        Assert.Same(before, source.Current);

        IEnumerable<Guid> Shown() => source.Current.Countries.SelectMany(country => country.Providers).Select(provider => provider.Id);
    }

    public void Dispose() => site.Dispose();

    private Provider Neighbours() => Source.Current.Countries.SelectMany(country => country.Providers).Single(provider => provider.Id == EditingSite.NeighboursId);

    private async Task ConfirmAsync(DateTime at)
    {
        site.Clock.MoveTo(at);
        await site.Confirmations.ConfirmAsync(site.Reviewer, [.. (await site.OrganisationAsync()).Contacts.Select(contact => contact.Id)], ConfirmationMethod.Called, Cancel);
    }
}
