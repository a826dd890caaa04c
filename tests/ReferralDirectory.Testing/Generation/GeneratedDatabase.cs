using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Testing.Generation;

/// <summary>A database file with made-up organisations, for a site that is larger than the real one.</summary>
public static class GeneratedDatabase
{
    /// <param name="file">Where; made where it is not there.</param>
    /// <param name="organisations">As in <see cref="GeneratedContent.Make"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task WriteAsync(string file, int organisations, CancellationToken cancellationToken)
    {
        var content = GeneratedContent.Make(ContentReader.Read(SampleContent.Folder), organisations);
        var options = new DbContextOptionsBuilder<SqliteDirectoryDb>().UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()).Options;
        await using var db = new SqliteDirectoryDb(options);
        await db.Database.MigrateAsync(cancellationToken);
        db.AddRange(content.Languages);
        db.AddRange(content.AssistanceTypes);
        db.AddRange(content.Audiences);
        db.AddRange(content.Countries);
        await db.SaveChangesAsync(cancellationToken);
    }
}
