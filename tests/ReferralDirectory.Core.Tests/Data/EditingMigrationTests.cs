using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Core.Tests.Editing;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data;

/// <summary>A directory that was filled before there was editing.</summary>
[Trait("Database", "SQLite")]
public sealed class EditingMigrationTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SmallContent content = new();

    [Fact]
    public async Task Run_OnADatabaseFromBeforeEditing_KeepsItsContentAndLetsItBeEdited()
    {
        await MakeOldDatabaseAsync();

        using var site = new TestDirectory(folder["directory.db"], folder["no-such-folder"]);
        var published = await site.StartAndLoadAsync();

        var provider = published.Countries.Single().FindProvider("helpers")!;
        Assert.Empty(provider.LanguagesSpoken);
        Assert.Null(provider.OpeningHours);
        await using var db = site.Open();
        Assert.Equal((0, AuditHead.FirstHash), await db.AuditHeads.Select(head => ValueTuple.Create(head.Number, head.Hash)).SingleAsync(TestDirectory.Cancellation));
        var start = await site.Get<Core.Editing.DraftDesk>().OpenAsync(new Core.Editing.Actor(Guid.NewGuid(), false, new HashSet<Guid> { EditingSite.CountryId }, new HashSet<Guid>()), EditingSite.Helpers, TestDirectory.Cancellation);
        Assert.Equal(Guid.Empty, start!.BaseVersion);
    }

    public void Dispose()
    {
        folder.Dispose();
        content.Dispose();
    }

    /// <summary>The content is loaded, and the schema taken back to what it was.</summary>
    private async Task MakeOldDatabaseAsync()
    {
        using var directory = new TestDirectory(folder["directory.db"], content.Path);
        await directory.StartAsync();
        await using var db = directory.Open();
        await db.GetService<IMigrator>().MigrateAsync("Initial", TestDirectory.Cancellation);
        Assert.DoesNotContain("Revisions", await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master").ToListAsync(TestDirectory.Cancellation));
    }
}
