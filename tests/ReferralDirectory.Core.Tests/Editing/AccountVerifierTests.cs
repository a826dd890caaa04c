using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Somebody with a database tool makes themselves a reviewer, or somebody else none, and leaves the log alone; or cuts off its end.</summary>
public sealed class AccountVerifierTests : IDisposable
{
    private const string Nobody = "00000000-0000-0000-0000-00000000000A";

    /// <summary>Each table, and its columns that the log answers for.</summary>
    private static readonly (string Table, string Column)[] Covered =
        [("StaffMembers", "Id"), ("StaffMembers", "RevokedAt"), ("StaffGrants", "StaffMemberId"), ("StaffGrants", "Role"), ("StaffGrants", "OrganisationId"), ("StaffGrants", "CountryId")];

    private readonly EditingSite site = new();

    [Fact, Trait("Database", "SQLite")] // Rows by their numbers, and texts that are no ids.
    public void Verify_AfterAnyAccountOrRoleWasChanged_Deleted_OrPutIn_FindsIt()
    {
        Assert.True(Verify().IsWhole);
        using var kept = new KeptDatabase(site);
        var ways = new Func<string, string, int, int, string>[]
        {
            (table, column, row, other) => $"UPDATE OR IGNORE {table} SET {column} = (SELECT {column} FROM {table} WHERE rowid = {other}) WHERE rowid = {row} AND {column} IS NOT (SELECT {column} FROM {table} WHERE rowid = {other})",
            (table, column, row, _) => $"UPDATE OR IGNORE {table} SET {column} = {column} || 'x' WHERE rowid = {row} AND {column} IS NOT NULL",
            (table, column, row, _) => $"UPDATE OR IGNORE {table} SET {column} = '2026-01-01 00:00:00' WHERE rowid = {row} AND {column} IS NULL",
            (table, _, row, _) => $"DELETE FROM {table} WHERE rowid = {row}",
            (table, _, row, _) => table == "StaffGrants" ? $"INSERT INTO StaffGrants (Id, StaffMemberId, Role, OrganisationId, CountryId) SELECT '{Nobody}', StaffMemberId, Role, OrganisationId, CountryId FROM StaffGrants WHERE rowid = {row}"
                : $"INSERT INTO StaffMembers (Id, UserName, NormalizedUserName, DisplayName, LastCodeStep, InvitedAt) SELECT '{Nobody}', 'x', 'x', 'x', 0, InvitedAt FROM StaffMembers WHERE rowid = {row}",
        };
        var found = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Gen.Elements(Covered).Zip(Gen.Elements(ways)).Zip(Gen.Choose(1, 7).Two()).ToArbitrary(), forged =>
        {
            var (((table, column), way), (row, other)) = forged;
            var sql = way(table, column, row, other);
            if (site.Execute(sql) == 0)
            {
                return;
            }

            found++;
            Assert.False(Verify().IsWhole, sql);
            kept.GiveBack();
        }));
        Assert.True(found > 40, $"Only {found} changed something.");
        Assert.True(Verify().IsWhole);
    }

    [Fact]
    public async Task Verify_AfterSomebodyWasAReviewerForAMoment_NamesWhatTheyPublished()
    {
        var submitted = await site.SubmitAsync(site.OtherEditorOfIt, EditingSite.Helpers, (await site.HelpersAsync()).WithContact(ContactKind.Phone, "8 495 123-45-67"));
        site.Execute($"INSERT INTO StaffGrants (Id, StaffMemberId, Role, CountryId) VALUES ('{Nobody}', '{Id(site.Editor.Id)}', 'Reviewer', '{Id(EditingSite.CountryId)}')");
        EditingSite.Done(await site.PublishAsync(site.Editor with { ReviewsCountries = new HashSet<Guid> { EditingSite.CountryId } }, submitted));
        site.Execute($"DELETE FROM StaffGrants WHERE Id = '{Nobody}'");

        var found = Assert.Single(Verify().Contents);

        Assert.Equal((ContentFault.Publisher, AuditSubject.Organisation, EditingSite.HelpersId), (found.Fault, found.Kind, Guid.Parse(found.Id)));
    }

    [Fact]
    public async Task Verify_AfterARoleThatWasTakenAwayLater_FindsAllAsItWas()
    {
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Another bed."));
        site.Grant(site.SecondReviewer with { ReviewsCountries = new HashSet<Guid>() });

        Assert.True(Verify().IsWhole);
    }

    [Fact]
    public async Task Verify_AfterTheEndOfTheLogWasCutOff_TogetherWithItsHead_FindsWhoIsThereNoMore()
    {
        var before = Verify().Entries;
        site.Staff(countries: [EditingSite.CountryId]);
        site.Grant(site.Editor with { ReviewsCountries = new HashSet<Guid> { EditingSite.CountryId } });
        var after = Verify().Entries;

        for (var end = after - 1; end >= before; end--)
        {
            await using var db = site.Open();
            var hash = await db.AuditEntries.Where(entry => entry.Number == end).Select(entry => entry.Hash).SingleAsync(TestDirectory.Cancellation);
            site.Execute(string.Create(CultureInfo.InvariantCulture, $"DELETE FROM AuditEntries WHERE Number > {end}; UPDATE AuditHeads SET Number = {end}, Hash = '{hash}'"));

            var report = Verify();
            Assert.Null(report.Broken);
            Assert.Contains(report.Contents, found => (found.Fault, found.Kind) == (ContentFault.Account, AuditSubject.Account));
        }
    }

    public void Dispose() => site.Dispose();

    private static string Id(Guid id) => id.ToString("D").ToUpperInvariant();

    private AuditReport Verify() => site.Audit.VerifyAsync(null, TestDirectory.Cancellation).GetAwaiter().GetResult();
}
