namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Whose password is checked next. That takes a core for a tenth of a second, and must leave the others to the public pages. Strangers,
/// who may be a flood, wait apart from browsers that staff used before, and only so many of them.
/// </summary>
public sealed class HashingTurns : IDisposable
{
    /// <summary>Strangers that may wait: two seconds' work.</summary>
    public const int MostWaiting = 20;

    /// <summary>When a stranger may try again who found as many waiting.</summary>
    public static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim strangers = new(AtOnce);
    private readonly SemaphoreSlim known = new(1);
    private int waiting;

    /// <summary>Strangers' passwords that are checked at once.</summary>
    public static int AtOnce => Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>True where a stranger is not to wait for a turn.</summary>
    public bool AreTaken => Volatile.Read(ref waiting) >= MostWaiting;

    /// <summary>Waits for a turn.</summary>
    /// <param name="isKnown">The browser is known to be the account's.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Ends the turn.</returns>
    public async Task<IDisposable> TakeAsync(bool isKnown, CancellationToken cancellationToken)
    {
        if (isKnown)
        {
            await known.WaitAsync(cancellationToken);
            return new Turn(known);
        }

        Interlocked.Increment(ref waiting);
        try
        {
            await strangers.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        return new Turn(strangers);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        strangers.Dispose();
        known.Dispose();
    }

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        private SemaphoreSlim? taken = lane;

        public void Dispose() => Interlocked.Exchange(ref taken, null)?.Release();
    }
}
