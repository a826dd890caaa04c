using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Core.Tests.Content.Shipped;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Published;

public sealed class PublishedDirectorySourceTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SmallContent content = new();

    [Fact]
    public async Task Reload_AfterLoadingTheShippedContent_ShowsExactlyWhatTheFilesSay()
    {
        using var directory = new TestDirectory(folder["directory.db"], ShippedContent.Folder);

        var published = await directory.StartAndLoadAsync();

        Assert.Equal(Outline.Of(ShippedContent.All), Outline.Of(published));
    }

    [Fact]
    public async Task Reload_AfterLoadingAllThatFilesCanSay_ShowsExactlyThat()
    {
        // Confirmations, several sources and every kind of contact: more than the shipped content has.
        var more = string.Concat(Enumerable.Range(1, 5).Select(n => $"  - slug: more-{n}\n    name: {{ en: More {n}., ru: Ещё {n}. }}\n"));
        content.Replace(SmallContent.Country, "  - slug: guide", $"{more}  - slug: guide");
        content.Replace(SmallContent.Helpers, "  - hotline: \"8 800 333 0016\"", "  - hotline: \"8 800 333 0016\"\n    confirmed: { on: 2025-12-01, how: visited, by: Us }");
        content.Replace(SmallContent.Helpers, "search: [help]", $"search: [help]\n{SmallContentFiles.Hours}");
        content.Replace(SmallContent.Helpers, "    description: { en: A bed., ru: Ночлег. }", "    description: { en: A bed., ru: Ночлег. }\n    eligibility: { en: For all., ru: Для всех. }");
        using var directory = new TestDirectory(folder["directory.db"], content.Path);

        var published = await directory.StartAndLoadAsync();

        Assert.Equal(Outline.Of(content.Read()), Outline.Of(published));
        Assert.Contains(Outline.Of(published), line => line.Contains("Europe/Moscow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reload_ForTimes_GivesUtc()
    {
        using var directory = new TestDirectory(folder["directory.db"], content.Path);

        var published = await directory.StartAndLoadAsync();

        Assert.Equal(DateTimeKind.Utc, published.Countries.Single().FindProvider("neighbours")!.Confirmed!.At.Kind);
    }

    [Fact]
    public async Task Reload_AfterAChange_ShowsItAndLeavesWhatWasHandedOutAlone()
    {
        using var directory = new TestDirectory(folder["directory.db"], content.Path);
        var before = await directory.StartAndLoadAsync();
        await using (var db = directory.Open())
        {
            await db.Organisations.Where(organisation => organisation.Slug == Slug.Parse("helpers")).ExecuteDeleteAsync(TestDirectory.Cancellation);
        }

        await directory.Source.ReloadAsync(TestDirectory.Cancellation);

        Assert.Equal(["neighbours"], directory.Source.Current.Countries.Single().Providers.Select(provider => provider.Slug.Value));
        Assert.Equal(2, before.Countries.Single().Providers.Length);
    }

    [Fact]
    public async Task ReloadOfSome_AfterTheyChanged_ShowsWhatReadingEverythingShows()
    {
        using var directory = new TestDirectory(folder["directory.db"], ShippedContent.Folder);
        var before = await directory.StartAndLoadAsync();
        HashSet<Guid> changed;
        await using (var db = directory.Open())
        {
            var organisations = await db.Organisations.Include(o => o.Contacts).Include(o => o.Services).ThenInclude(service => service.Audiences).OrderBy(o => o.Slug).Take(4).ToListAsync(TestDirectory.Cancellation);
            changed = [.. organisations.Select(organisation => organisation.Id)];
            db.Remove(organisations[0]);
            organisations[1].Slug = Slug.Parse("zzz-last");
            organisations[2].Contacts[0].Value = "+74950000000";
            organisations[3].Services[0].Description = organisations[1].Services[0].Description;
            organisations[3].Services[0].Audiences.Clear();
            await db.SaveChangesAsync(TestDirectory.Cancellation);
        }

        await directory.Source.ReloadAsync(changed, TestDirectory.Cancellation);
        var some = directory.Source.Current;
        await directory.Source.ReloadAsync(TestDirectory.Cancellation);

        Assert.Equal(Outline.Of(directory.Source.Current), Outline.Of(some));
        Assert.NotEqual(Outline.Of(before), Outline.Of(some));
        Assert.All(before.Countries[0].Providers.Where(provider => !changed.Contains(provider.Id)), provider => Assert.Same(provider, some.Countries[0].FindProvider(provider.Slug.Value)));
    }

    [Fact]
    public async Task ReloadOfSome_WithATermThatIsNew_ReadsEverything()
    {
        using var directory = new TestDirectory(folder["directory.db"], content.Path);
        var before = await directory.StartAndLoadAsync();
        await using (var db = directory.Open())
        {
            var organisation = await db.Organisations.Include(o => o.Places).FirstAsync(o => o.Slug == Slug.Parse("helpers"), TestDirectory.Cancellation);
            organisation.Places.Add(new Place { Id = Guid.NewGuid(), CountryId = organisation.CountryId, Position = 90, Slug = Slug.Parse("new-place"), Name = organisation.Name, SearchWords = [] });
            await db.SaveChangesAsync(TestDirectory.Cancellation);
        }

        await directory.Source.ReloadAsync(new HashSet<Guid> { before.Countries[0].FindProvider("helpers")!.Id }, TestDirectory.Cancellation);

        Assert.Contains(directory.Source.Current.Countries[0].FindProvider("helpers")!.Places, place => place.Slug.Value == "new-place");
        Assert.Contains(directory.Source.Current.Countries[0].Places, place => place.Slug.Value == "new-place");
    }

    [Fact]
    public async Task Reload_WhenItFails_LeavesThePreviousDirectory()
    {
        using var directory = new TestDirectory(folder["directory.db"], content.Path);
        var before = await directory.StartAndLoadAsync();
        await using (var db = directory.Open())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Confirmations\" RENAME TO \"Gone\"", TestDirectory.Cancellation);
        }

        await Assert.ThrowsAnyAsync<DbException>(() => directory.Source.ReloadAsync(TestDirectory.Cancellation));

        Assert.Same(before, directory.Source.Current);
    }

    [Fact]
    public async Task Reload_WhileAnotherWrites_ShowsWhatWasCommittedWithoutWaiting()
    {
        using var directory = new TestDirectory(folder["directory.db"], content.Path);
        await directory.StartAsync();
        await using var writer = directory.Open();
        await using var transaction = await writer.Database.BeginTransactionAsync(TestDirectory.Cancellation);
        await writer.Organisations.ExecuteDeleteAsync(TestDirectory.Cancellation);

        await directory.Source.ReloadAsync(TestDirectory.Cancellation);

        Assert.Equal(2, directory.Source.Current.Countries.Single().Providers.Length);
    }

    [Fact]
    public void Current_BeforeAnythingWasLoaded_Throws()
    {
        using var directory = new TestDirectory(folder["directory.db"], content.Path);

        Assert.Throws<InvalidOperationException>(() => directory.Source.Current);
    }

    public void Dispose()
    {
        folder.Dispose();
        content.Dispose();
    }
}
