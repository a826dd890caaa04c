namespace ReferralDirectory.Testing;

/// <summary>The real time, moved on by a test; timers that are due by then ring at once.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<MovedTimer> timers = [];
    private TimeSpan ahead;

    /// <summary>Moves on.</summary>
    public void Advance(TimeSpan by)
    {
        ahead += by;
        List<MovedTimer> all;
        lock (gate)
        {
            all = [.. timers];
        }

        all.ForEach(timer => timer.RingIfDue());
    }

    /// <summary>Moves to a moment, back as well.</summary>
    public void MoveTo(DateTime utc) => Advance(utc - GetUtcNow().UtcDateTime);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovedTimer(this, callback, state, dueTime, period, base.CreateTimer(callback, state, dueTime, period));
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    private void Forget(MovedTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    private sealed class MovedTimer(TestClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, ITimer real) : ITimer
    {
        private DateTimeOffset dueAt = DueAt(clock, dueTime);

        public void RingIfDue()
        {
            if (clock.GetUtcNow() >= dueAt)
            {
                dueAt = DueAt(clock, period);
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            dueAt = DueAt(clock, dueTime);
            return real.Change(dueTime, period);
        }

        public void Dispose()
        {
            clock.Forget(this);
            real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock.Forget(this);
            return real.DisposeAsync();
        }

        private static DateTimeOffset DueAt(TestClock clock, TimeSpan from) => from == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + from;
    }
}
