using Microsoft.Data.Sqlite;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>Bytes of the file are overwritten at random. <c>tests/faults/damage</c> does it more often.</summary>
[Trait("Database", "SQLite")]
public sealed class DamagedFileTests
{
    private const int FilesInARound = 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AStartOnADamagedFile_IsRefusedInASentenceAndChangesNothing_OrServesWhatItCanRead()
    {
        using var folder = new TempFolder();
        var (refused, count) = (0, FaultRounds.Count * FilesInARound);
        for (var seed = 0; seed < count; seed++)
        {
            var path = folder[$"{seed}.db"];
            TestDatabase.MakeReady(path);
            await DamageAsync(path, new Random(seed));
            refused += await IsRefusedAsync(path, seed) ? 1 : 0;
            SqliteConnection.ClearAllPools();
        }

        Console.WriteLine($"Measured: of {count} damaged files {refused} were refused and {count - refused} could be read all the same.");
        Assert.InRange(refused, 1, count);
    }

    private static async Task<bool> IsRefusedAsync(string path, int seed)
    {
        var before = await File.ReadAllBytesAsync(path, Cancel);
        await using var app = SiteHost.BuildServices([$"--Database:Path={path}", $"--Content:Path={Path.Combine(AppContext.BaseDirectory, "data")}"]);
        try
        {
            await SiteHost.PrepareAsync(app, Cancel);
            return false;
        }
        catch (DatabaseUnusableException problem)
        {
            Assert.DoesNotContain('\n', problem.Message);
            Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancel));
            return true;
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"Seed {seed}", problem);
        }
    }

    // A few stretches, up to two pages long.
    private static async Task DamageAsync(string path, Random random)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        for (var stretch = random.Next(1, 6); stretch > 0; stretch--)
        {
            var bytes = new byte[random.Next(1, 8192)];
            random.NextBytes(bytes);
            file.Position = random.NextInt64(file.Length - bytes.Length);
            await file.WriteAsync(bytes, Cancel);
        }
    }
}
