using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Benchmarks;

/// <summary>Makes a database file with made-up organisations beside the real ones, for a load on the whole site.</summary>
internal static class FillDatabase
{
    public static async Task RunAsync(int organisations, string file)
    {
        var content = GeneratedContent.Make(ContentReader.Read(SampleContent.Folder), organisations);
        var options = new DbContextOptionsBuilder<SqliteDirectoryDb>().UseSqlite(new SqliteConnectionStringBuilder { DataSource = file }.ToString()).Options;
        await using var db = new SqliteDirectoryDb(options);
        await db.Database.MigrateAsync();
        db.AddRange(content.Languages);
        db.AddRange(content.AssistanceTypes);
        db.AddRange(content.Audiences);
        db.AddRange(content.Countries);
        await db.SaveChangesAsync();
        Console.WriteLine($"{content.Countries.Sum(country => country.Organisations.Count)} organisations in {Path.GetFileName(file)}");
    }
}
