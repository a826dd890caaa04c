using FsCheck;
using FsCheck.Fluent;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Core.Tests.Editing;

namespace ReferralDirectory.Core.Tests.Exchange;

/// <summary>Whatever an entry says: what goes out comes in as it was, and no spreadsheet takes any of it for a formula.</summary>
public sealed class RoundTripTests : IDisposable
{
    private const int OrganisationsAtOnce = 25;
    private const int Times = 8;

    private static readonly char[] Separators = [',', ';', '\t', '\n', '\r', '|'];

    private static readonly char[] Dangerous = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

    private readonly ImportSite site = new();

    [Fact]
    public void ATable_ImportedAsItWasExported_ChangesNothing() => ForAny(() => AssertNothingChanges(site.TableAsync(separator: ';').Result));

    [Fact]
    public void AList_ImportedAsItWasExported_ChangesNothing() => ForAny(() => AssertNothingChanges(site.ListAsync().Result));

    // Whatever a program takes for the end of a cell: also one that expects another separator, or knows no quotation marks.
    [Fact]
    public void NoCell_CanRunAsAFormula() => ForAny(() =>
    {
        foreach (var separator in Separators.Take(2))
        {
            var cells = site.TableAsync(separator: separator).Result.Split(Separators).Select(cell => cell.Trim().Trim('"').Trim()).Where(cell => cell.Length > 0).ToList();
            Assert.True(cells.Count > 100);
            Assert.DoesNotContain(cells, cell => Dangerous.Contains(cell[0]));
        }
    });

    public void Dispose() => site.Dispose();

    private void AssertNothingChanges(string file)
    {
        var import = site.ReadAsync(file).Result;
        var lines = site.LinesAsync(import).Result.Where(line => line.Kind != ImportItemKind.Unchanged).ToList();
        Assert.True(lines.Count == 0 && import.Fault is null, $"{import.Fault} {string.Join('\n', lines.Select(Words))}");
        Assert.Equal(OrganisationsAtOnce + 2, import.Organisations);
    }

    private static string Words(ImportLine line) => $"{line.Name}: {string.Join("; ", line.Faults)} {string.Join("; ", line.Differences.Select(change => $"{change.Path} [{string.Join('|', change.Before)}] → [{string.Join('|', change.After)}]"))}";

    private void ForAny(Action check) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Times), Prop.ForAll(AnyOrganisation.Any.ArrayOf(OrganisationsAtOnce).ToArbitrary(), made =>
    {
        using (var db = site.Editing.Open())
        {
            var (places, types, audiences) = (db.Places.Where(place => place.CountryId == EditingSite.CountryId).ToArray(), db.AssistanceTypes.ToArray(), db.Audiences.ToArray());
            db.AddRange(made.Select(one => one.Organisation(places, types, audiences)));
            db.SaveChanges();
        }

        try
        {
            check();
        }
        finally
        {
            using var db = site.Editing.Open();
            db.RemoveRange(db.Organisations.ToList().Where(organisation => organisation.Slug.Value.StartsWith("any-", StringComparison.Ordinal)));
            db.SaveChanges();
        }
    }));
}
