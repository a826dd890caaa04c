using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data;

/// <summary>What a transaction means is the same on each database product.</summary>
public sealed class TransactionTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly SmallContent content = new();
    private readonly TestDirectory directory;

    public TransactionTests() => directory = new TestDirectory(folder["directory.db"], content.Path);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await directory.StartAsync();

    [Fact]
    public async Task Writing_BeginsWhenTheOneBeforeHasEnded_AndSeesAllThatItWrote()
    {
        await using var first = directory.Open();
        await using var turn = await first.BeginWritingAsync(Cancel);
        var others = Enumerable.Range(0, 4).Select(_ => Task.Run(AddAsync, Cancel)).ToList();

        Assert.Equal(2, await first.Languages.CountAsync(Cancel));
        first.Add(NewLanguage("fr"));
        await first.SaveChangesAsync(Cancel);
        Assert.DoesNotContain(others, other => other.IsCompleted);
        await turn.CommitAsync(Cancel);

        Assert.Equal([3, 4, 5, 6], (await Task.WhenAll(others)).Order());
    }

    [Fact]
    public async Task Reading_SeesOneMoment_WhateverOthersWriteMeanwhile()
    {
        await using var reader = directory.Open();
        await using var moment = await reader.BeginReadingAsync(Cancel);
        Assert.Equal(2, await reader.Languages.CountAsync(Cancel));

        Assert.Equal(2, await AddAsync());

        Assert.Equal(2, await reader.Languages.CountAsync(Cancel));
    }

    [Fact]
    public async Task Texts_AreOrderedByTheirBytes()
    {
        await using var db = directory.Open();
        var names = new[] { "a", "B", "ab", "a b", "Ё", "я", "а", "z", "Z", "é", "e" };
        db.AddRange(names.Select((name, i) => NewLanguage($"x{(char)('a' + i)}", name)));
        await db.SaveChangesAsync(Cancel);

        var ordered = await db.Languages.Where(language => language.Position == 99).OrderBy(language => language.Name).Select(language => language.Name).ToListAsync(Cancel);

        Assert.Equal(names.Order(StringComparer.Ordinal), ordered);
    }

    public ValueTask DisposeAsync()
    {
        directory.Dispose();
        folder.Dispose();
        content.Dispose();
        return ValueTask.CompletedTask;
    }

    // How many there were before.
    private async Task<int> AddAsync()
    {
        await using var db = directory.Open();
        await using var turn = await db.BeginWritingAsync(Cancel);
        var count = await db.Languages.CountAsync(Cancel);
        db.Add(NewLanguage($"q{(char)('a' + count)}"));
        await db.SaveChangesAsync(Cancel);
        await turn.CommitAsync(Cancel);
        return count;
    }

    private static Language NewLanguage(string tag, string name = "Another") =>
        new() { Tag = LanguageTag.Parse(tag), Name = name, Position = 99, IsRightToLeft = false, InterfaceState = TranslationState.Unreviewed };
}
