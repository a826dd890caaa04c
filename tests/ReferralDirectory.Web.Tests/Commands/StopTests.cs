using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

/// <summary>The end of a site.</summary>
[Trait("Database", "Either")]
public sealed class StopTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheIndex_IsNotBegunAnyMore_BeforeTheSiteIsTakenDown()
    {
        var clock = new Clock();
        var site = new TestSite(services: services => services.AddSingleton<TimeProvider>(clock)).Start();
        var ofIndex = await clock.OneSecond.WaitAsync(Cancel);
        var wasOver = false;
        site.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(() => wasOver = ofIndex.IsOver);

        await site.DisposeAsync();

        Assert.True(wasOver);
    }

    /// <summary>The real time, whose timers are watched.</summary>
    private sealed class Clock : TimeProvider
    {
        private readonly TaskCompletionSource<Timer> oneSecond = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The timer that is set to a second.</summary>
        public Task<Timer> OneSecond => oneSecond.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(oneSecond, base.CreateTimer(callback, state, dueTime, period));
            timer.Note(dueTime);
            return timer;
        }
    }

    private sealed class Timer(TaskCompletionSource<Timer> oneSecond, ITimer real) : ITimer
    {
        public bool IsOver { get; private set; }

        public void Note(TimeSpan dueTime)
        {
            if (dueTime == TimeSpan.FromSeconds(1))
            {
                oneSecond.TrySetResult(this);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Note(dueTime);
            return real.Change(dueTime, period);
        }

        public void Dispose()
        {
            IsOver = true;
            real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            IsOver = true;
            return real.DisposeAsync();
        }
    }
}
