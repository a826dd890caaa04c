using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Somebody who owns the database computes its log anew; somebody else has kept how far it went.</summary>
public sealed class AuditMarkTests : IDisposable
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly EditingSite site = new();

    private static CancellationToken Cancel => TestDirectory.Cancellation;

    [Fact]
    public async Task ALogThatWentOn_FitsWhatWasKept()
    {
        await WriteAsync("Signed in", 3);
        var kept = (await site.Audit.VerifyAsync(null, Cancel)).Mark;
        await WriteAsync("Later", 2);

        var report = await site.Audit.VerifyAsync(AuditMark.Parse(kept.ToString()), Cancel);

        Assert.Equal((true, kept.Number + 2), (report.IsWhole, report.Entries));
    }

    [Fact]
    public async Task ALogComputedAnew_IsConsistentWithItself_AndDoesNotFit()
    {
        await WriteAsync("Signed in", 3);
        var kept = (await site.Audit.VerifyAsync(null, Cancel)).Mark;

        await CutOffAsync(kept.Number - 2);
        await WriteAsync("Forged", 4);

        Assert.True((await site.Audit.VerifyAsync(null, Cancel)).IsWhole);
        Assert.Equal((kept.Number, AuditFault.KeptDiffers), (await site.Audit.VerifyAsync(kept, Cancel)).Broken);
    }

    [Fact]
    public async Task ALogWhoseEndWasCutOff_DoesNotReachWhatWasKept()
    {
        await WriteAsync("Signed in", 3);
        var kept = (await site.Audit.VerifyAsync(null, Cancel)).Mark;

        await CutOffAsync(kept.Number - 2);

        Assert.True((await site.Audit.VerifyAsync(null, Cancel)).IsWhole);
        Assert.Equal((kept.Number - 1, AuditFault.Missing), (await site.Audit.VerifyAsync(kept, Cancel)).Broken);
    }

    [Theory]
    [InlineData($"12:{Hash}")]
    [InlineData($"  12 : 0123456789ABCDEF0123456789abcdef\r\n0123456789abcdef0123456789abcdef ")]
    public void AMark_IsReadAsItIsCopied(string text) => Assert.Equal(new AuditMark(12, Hash), AuditMark.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(Hash)]
    [InlineData($"0:{Hash}")]
    [InlineData($"-1:{Hash}")]
    [InlineData($"12:{Hash}0")]
    [InlineData("12:g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData($"12:{Hash}:")]
    [InlineData($"99999999999999999999:{Hash}")]
    public void AnythingElse_IsNone(string text) => Assert.Null(AuditMark.Parse(text));

    public void Dispose() => site.Dispose();

    private async Task WriteAsync(string detail, int count)
    {
        await using var db = site.Open();
        for (var i = 0; i < count; i++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await AuditLog.AppendAsync(db, DateTime.UnixEpoch, null, AuditAction.SignedIn, AuditSubject.Account, Guid.NewGuid(), null, detail, Cancel);
            await db.SaveChangesAsync(Cancel);
            await transaction.CommitAsync(Cancel);
        }
    }

    // With the end that is kept apart.
    private async Task CutOffAsync(long after)
    {
        await using var db = site.Open();
        await db.AuditEntries.Where(entry => entry.Number > after).ExecuteDeleteAsync(Cancel);
        var hash = await db.AuditEntries.Where(entry => entry.Number == after).Select(entry => entry.Hash).SingleAsync(Cancel);
        await db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Number, after).SetProperty(head => head.Hash, hash), Cancel);
    }
}
