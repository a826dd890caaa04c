using System.Globalization;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// The log: to the console only, and with nothing of a reader in it. What it leaves out no setting of the framework's brings back.
/// </summary>
internal sealed class PrivateLog : ILoggerProvider
{
    // The first that the category starts with.
    private static readonly Level[] Levels =
    [
        // Off altogether, or each request gets an activity and a logging scope that nobody reads.
        new("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
        // The framework's own request lines print whole addresses.
        new("Microsoft.AspNetCore", LogLevel.Warning),
        // What a command failed of comes as an exception, too, and is logged or said where it is handled.
        new("Microsoft.EntityFrameworkCore.Database", LogLevel.Critical),
        new("Microsoft.EntityFrameworkCore.Query", LogLevel.Critical),
        new("Microsoft.EntityFrameworkCore", LogLevel.Warning),
        new("", LogLevel.Information),
    ];

    public ILogger CreateLogger(string categoryName) => new Category(categoryName);

    public void Dispose()
    {
        // Nothing is open.
    }

    private sealed record Level(string Start, LogLevel Least);

    private sealed class Category(string name) : ILogger
    {
        private readonly LogLevel least = Array.Find(Levels, level => name.StartsWith(level.Start, StringComparison.Ordinal))!.Least;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && !IsFailedStart(exception))
            {
                // Not the exception itself: its message may hold what a reader typed. Type and place are enough to find a fault.
                var place = exception is null ? "" : ExceptionLog.Describe(exception);
                var time = DateTimeOffset.Now.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
                Console.Out.Write($"{time} {Short(logLevel)} {formatter(state, null)}{Environment.NewLine}{place}");
            }
        }

        // Whoever started the program gets a sentence instead, from the command line.
        private bool IsFailedStart(Exception? exception) =>
            name == "Microsoft.Extensions.Hosting.Internal.Host" && exception is IOException or System.Net.Sockets.SocketException or InvalidOperationException;

        private static string Short(LogLevel level) => level switch
        {
            LogLevel.Trace => "VRB",
            LogLevel.Debug => "DBG",
            LogLevel.Information => "INF",
            LogLevel.Warning => "WRN",
            LogLevel.Error => "ERR",
            LogLevel.Critical => "FTL",
            LogLevel.None => "",
            _ => throw new ArgumentOutOfRangeException(nameof(level)),
        };
    }
}
