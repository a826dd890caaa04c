using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.DataProtection;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Where several instances share a database, each counts what all of them see of guessing: otherwise a guesser would have as many attempts again at
/// each. They tell one another through the database, encrypted by the keys that they share; it is in no table and in no backup. What cannot be told is
/// counted by one of them alone.
/// </summary>
/// <param name="place">Through which it is told.</param>
/// <param name="outbox">What is to be told.</param>
/// <param name="services">For the keys, which are loaded when the first is told or heard.</param>
/// <param name="slowDown">Counts attempts.</param>
/// <param name="codes">Counts codes.</param>
/// <param name="spent">Knows what was used.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it says that it cannot tell.</param>
public sealed partial class OtherInstances(
    DatabasePlace place,
    CountedOutbox outbox,
    IServiceProvider services,
    SlowDown slowDown,
    WrongCodes codes,
    SpentStates spent,
    TimeProvider time,
    ILogger<OtherInstances> logger) : IDisposable
{
    /// <summary>As many as surely fit into a message.</summary>
    private const int MostAtOnce = 10;

    /// <summary>What is older was told before, and somebody tells it again.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly Guid me = Guid.NewGuid();
    private readonly Dictionary<Guid, long> heardUpTo = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly Lazy<IDataProtector> sealing = new(() => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("OtherInstances"));
    private int begun;
    private long toldUpTo;
    private bool hasFailed;

    /// <summary>Begins to tell; nothing where there is only one. Once is enough.</summary>
    public void Begin()
    {
        if (place.IsShared && Interlocked.Exchange(ref begun, 1) == 0)
        {
            _ = TellAsync(outbox.Open());
        }
    }

    /// <summary>Counts what an instance told; nothing where that was this one, or where nobody with the keys wrote it.</summary>
    public void Hear(string text)
    {
        Message? message;
        try
        {
            message = JsonSerializer.Deserialize<Message>(sealing.Value.Unprotect(text));
        }
        catch (Exception)
        {
            // Somebody else's; or the keys cannot be read, and nobody can sign in either.
            return;
        }

        if (message is not null && message.From != me && IsNew(message))
        {
            message.Counted.ForEach(Count);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    // Messages of one instance come in their order, and the connection hands them over one by one.
    private bool IsNew(Message message)
    {
        if ((time.GetUtcNow() - message.At).Duration() > Lifetime || message.Number <= heardUpTo.GetValueOrDefault(message.From))
        {
            return false;
        }

        heardUpTo[message.From] = message.Number;
        return true;
    }

    private void Count(CountedAttempt counted)
    {
        switch (counted.Kind)
        {
            case CountedKind.Begun or CountedKind.Succeeded:
                slowDown.Hear(counted);
                break;
            case CountedKind.Code or CountedKind.RightCode:
                codes.Hear(counted);
                break;
            case CountedKind.Spent:
                spent.Hear(counted);
                break;
        }
    }

    private async Task TellAsync(ChannelReader<CountedAttempt> waiting)
    {
        var cancellationToken = stopping.Token;
        try
        {
            while (await waiting.WaitToReadAsync(cancellationToken))
            {
                List<CountedAttempt> next = [];
                while (next.Count < MostAtOnce && waiting.TryRead(out var counted))
                {
                    next.Add(counted);
                }

                await TryTellAsync(next, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    private async Task TryTellAsync(List<CountedAttempt> next, CancellationToken cancellationToken)
    {
        try
        {
            await place.TellAsync(sealing.Value.Protect(JsonSerializer.Serialize(new Message(me, ++toldUpTo, time.GetUtcNow(), next))), cancellationToken);
            hasFailed = false;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Not said each time: while the database is away nobody can sign in, and its health says so. The next ones are told again.
            if (!hasFailed)
            {
                LogUntold(problem.GetType().Name);
            }

            hasFailed = true;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Other instances cannot be told of guesses ({Problem}); each counts its own")]
    private partial void LogUntold(string problem);

    private sealed record Message(Guid From, long Number, DateTimeOffset At, List<CountedAttempt> Counted);
}
