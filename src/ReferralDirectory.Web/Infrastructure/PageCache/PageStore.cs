using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure.Metrics;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>
/// Pages of the directory as it stands now. When the directory changes, every page is forgotten with the old one. Memory is
/// bounded by <see cref="SiteOptions.PageCacheMegabytes"/>; what was not read for longest goes first.
/// </summary>
public sealed class PageStore(PublishedDirectorySource source, SiteOptions options, SiteMeter meter) : IDisposable
{
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim makingSmall = new(1);
    private Generation? generation;

    /// <summary>The page of an address, if it is kept.</summary>
    public KeptPage? Find(string key) => Current().Pages.TryGetValue(key, out KeptPage? page) ? page : null;

    /// <summary>
    /// The page of an address; where it is not kept, one caller renders it and all others wait for that one.
    /// </summary>
    /// <param name="directory">What the caller renders it from. Where that is not the directory any more, nothing is kept: it may show what was taken down.</param>
    /// <param name="key">The address.</param>
    /// <param name="render">Returns null where there is nothing to keep; then each caller answers for itself.</param>
    /// <param name="isOftenRead">
    /// True spends more on making it small, soon and one page at a time. Not for what has filters: somebody who asks for every
    /// combination of them could keep the machine busy.
    /// </param>
    public async Task<KeptPage?> GetAsync(PublishedDirectory directory, string key, Func<Task<KeptPage?>> render, bool isOftenRead)
    {
        var now = Current();
        if (now.Directory != directory)
        {
            return await render();
        }

        var mine = new TaskCompletionSource<KeptPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = now.Rendering.GetOrAdd(key, mine.Task);
        if (first != mine.Task)
        {
            return await first;
        }

        KeptPage? page = null;
        try
        {
            // Somebody may have finished it between this caller's look and now.
            if (now.Pages.TryGetValue(key, out page))
            {
                return page;
            }

            page = await render();
            if (page is not null)
            {
                now.Pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Size });
                meter.Rendered();
                if (isOftenRead)
                {
                    // Not at once: it takes longer than the page did, and whoever asked first is still to be answered.
                    _ = Task.Delay(FirstAnswer).ContinueWith(_ => MakeSmallAsync(page), TaskScheduler.Default);
                }
            }

            return page;
        }
        finally
        {
            now.Rendering.TryRemove(key, out _);
            mine.SetResult(page);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => generation?.Pages.Dispose();

    private async Task MakeSmallAsync(KeptPage page)
    {
        await makingSmall.WaitAsync();
        try
        {
            await Task.Run(page.MakeSmall);
        }
        finally
        {
            makingSmall.Release();
        }
    }

    private Generation Current()
    {
        // In this order: the directory is then never older than the one of the pages.
        var current = Volatile.Read(ref generation);
        var directory = source.Current;
        return current?.Directory == directory ? current : Next(current, directory);
    }

    // Of callers that all find it old, one puts the next there and the others take that: or each would render for itself.
    private Generation Next(Generation? before, PublishedDirectory directory)
    {
        var next = new Generation(directory, options.PageCacheMegabytes * 1024L * 1024);
        var now = Interlocked.CompareExchange(ref generation, next, before);
        if (now == before)
        {
            return next;
        }

        next.Pages.Dispose();
        return now!.Directory == directory ? now : Current();
    }

    private sealed class Generation(PublishedDirectory directory, long bytes)
    {
        public PublishedDirectory Directory { get; } = directory;

        public MemoryCache Pages { get; } = new(new MemoryCacheOptions { SizeLimit = bytes });

        public ConcurrentDictionary<string, Task<KeptPage?>> Rendering { get; } = new(StringComparer.Ordinal);
    }
}
