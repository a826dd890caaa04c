using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.DataProtection;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Where several instances share a database, each counts what all of them see of guessing: otherwise a guesser would have as many attempts again at
/// each. They tell one another through the database, encrypted by the keys that they share, and it is stored nowhere. What cannot be told is counted
/// by one of them alone.
/// </summary>
/// <param name="place">Through which it is told.</param>
/// <param name="outbox">What is to be told.</param>
/// <param name="services">For the keys, which are loaded when the first is told or heard.</param>
/// <param name="slowDown">Counts attempts.</param>
/// <param name="codes">Counts codes.</param>
/// <param name="spent">Knows what was used.</param>
public sealed class OtherInstances(DatabasePlace place, CountedOutbox outbox, IServiceProvider services, SlowDown slowDown, WrongCodes codes, SpentStates spent) : IDisposable
{
    /// <summary>As many as surely fit into a message.</summary>
    private const int MostAtOnce = 10;

    private readonly Guid me = Guid.NewGuid();
    private readonly CancellationTokenSource stopping = new();
    private readonly Lazy<IDataProtector> sealing = new(() => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("OtherInstances"));

    /// <summary>Begins to tell; nothing where there is only one.</summary>
    public void Begin()
    {
        if (place.IsShared)
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
        catch (Exception problem) when (problem is CryptographicException or JsonException)
        {
            return;
        }

        foreach (var counted in message is null || message.From == me ? [] : message.Counted)
        {
            Count(counted);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
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
            await place.TellAsync(sealing.Value.Protect(JsonSerializer.Serialize(new Message(me, next))), cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException && place.TroubleOf(problem) is not null)
        {
            // While the database is away nobody can sign in.
        }
    }

    private sealed record Message(Guid From, List<CountedAttempt> Counted);
}
