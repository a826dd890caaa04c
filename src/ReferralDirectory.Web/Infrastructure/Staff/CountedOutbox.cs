using System.Threading.Channels;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What <see cref="OtherInstances"/> has to tell. Where there are none, it takes nothing.</summary>
public sealed class CountedOutbox
{
    private const int Most = 1000;

    private Channel<CountedAttempt>? waiting;

    /// <summary>From now on it takes what there is to tell; of too much, the oldest goes.</summary>
    /// <returns>Where it is taken out.</returns>
    public ChannelReader<CountedAttempt> Open() =>
        (waiting = Channel.CreateBounded<CountedAttempt>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true })).Reader;

    /// <summary>Puts it in; nobody waits for it to be told.</summary>
    public void Add(CountedAttempt counted) => waiting?.Writer.TryWrite(counted);
}
