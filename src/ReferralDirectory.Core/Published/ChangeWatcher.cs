using Microsoft.Extensions.Logging;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Published;

/// <summary>
/// Where several instances share a database: shows what another one published or took down, within a second. The database tells of it at once;
/// and each second, should that be lost, it is asked for the number of the last entry of its audit log.
/// </summary>
public sealed partial class ChangeWatcher(PublishedDirectorySource source, DatabasePlace place, TimeProvider time, ILogger<ChangeWatcher> logger) : IDisposable
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1);

    // Until whoever listened does so again. Longer than above: it is the faster way, not the surer one.
    private static readonly TimeSpan BeforeListeningAgain = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stopping = new();
    private Action<string> tell = _ => { };
    private ITimer? timer;
    private int started;
    private int wanted;
    private int reading;
    private volatile bool failed;
    private volatile bool deaf;

    /// <summary>Begins to watch; nothing where nobody else can change the database. After the first reading; once is enough.</summary>
    /// <param name="told">Is given what instances tell one another beside that; it returns soon.</param>
    public void Start(Action<string>? told = null)
    {
        if (place.IsShared && Interlocked.Exchange(ref started, 1) == 0)
        {
            tell = told ?? tell;
            timer = time.CreateTimer(_ => Look(), null, Each, Each);
            _ = ListenAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer?.Dispose();
        stopping.Cancel();
    }

    private async Task ListenAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await place.ListenAsync(Hear, tell, stopping.Token);
            }
            catch (Exception problem) when (!stopping.IsCancellationRequested)
            {
                if (!deaf)
                {
                    LogUnheard(problem.GetType().Name);
                }

                deaf = true;
                await Task.Delay(BeforeListeningAgain, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                // The program ends.
            }
        }
    }

    private void Hear()
    {
        deaf = false;
        Look();
    }

    // One look at a time; who wants one meanwhile has it afterwards, however many they were.
    private void Look()
    {
        if (Interlocked.Increment(ref wanted) == 1)
        {
            _ = Task.Run(LookOnce);
        }
    }

    private void LookOnce()
    {
        int answered;
        do
        {
            answered = Volatile.Read(ref wanted);
            try
            {
                if (source.HasChanged(stopping.Token))
                {
                    Read();
                }
                else if (failed)
                {
                    failed = false;
                    LogAnswers();
                }
            }
            catch (Exception problem) when (!stopping.IsCancellationRequested)
            {
                Fail(problem);
            }
            catch (Exception)
            {
                // The program ends, and takes the database's connections with it.
                return;
            }
        }
        while (Interlocked.CompareExchange(ref wanted, 0, answered) != answered);
    }

    // One reading at a time. Meanwhile looks go on: what is taken down does not wait for it.
    private void Read()
    {
        if (Interlocked.Exchange(ref reading, 1) == 0)
        {
            _ = Task.Run(ReadAsync);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            await source.CatchUpAsync(stopping.Token);
            Volatile.Write(ref reading, 0);
            // What was changed while it was read.
            Look();
        }
        catch (Exception problem)
        {
            Volatile.Write(ref reading, 0);
            if (!stopping.IsCancellationRequested)
            {
                Fail(problem);
            }
        }
    }

    // Pages are served as they are. Each second it is tried again, and said once.
    private void Fail(Exception problem)
    {
        if (!failed)
        {
            LogFailed(problem.GetType().Name);
        }

        failed = true;
    }

    [LoggerMessage(LogLevel.Warning, "What other instances publish cannot be read ({Problem}); pages are served as they are, and it is tried again each second")]
    private partial void LogFailed(string problem);

    [LoggerMessage(LogLevel.Information, "What other instances publish is read again")]
    private partial void LogAnswers();

    [LoggerMessage(LogLevel.Warning, "The database does not tell of changes ({Problem}); it is asked each second")]
    private partial void LogUnheard(string problem);
}
