using System.Globalization;
using System.Net.Sockets;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// The log: to the console only, and with nothing of a reader in it. Settings of <c>Logging</c> can make it shorter, and never longer.
/// </summary>
internal sealed class PrivateLog(TimeProvider time) : ILoggerProvider
{
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";

    // The most exact first.
    private static readonly Limit[] Limits =
    [
        // Off altogether, or each request gets an activity and a logging scope that nobody reads.
        new("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
        // That keys lie unencrypted in the database is so on purpose: see docs/threat-model.md.
        new("Microsoft.AspNetCore.DataProtection", LogLevel.Error),
        // A form without its token is answered, and no fault of ours.
        new("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical),
        // The framework's own request lines print whole addresses.
        new("Microsoft.AspNetCore", LogLevel.Warning),
        // What a command failed of comes as an exception, too, and is logged or said where it is handled.
        new("Microsoft.EntityFrameworkCore.Database", LogLevel.Critical),
        new("Microsoft.EntityFrameworkCore.Query", LogLevel.Critical),
        new("Microsoft.EntityFrameworkCore", LogLevel.Warning),
    ];

    public ILogger CreateLogger(string categoryName)
    {
        var limit = Array.Find(Limits, limit => categoryName == limit.Category || categoryName.StartsWith(limit.Category + ".", StringComparison.Ordinal));
        return new Category(categoryName, limit?.Least ?? LogLevel.Information, time);
    }

    public void Dispose()
    {
    }

    private sealed record Limit(string Category, LogLevel Least);

    private sealed class Category(string name, LogLevel least, TimeProvider time) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // Whoever started the program in vain gets a sentence instead, from the command line.
            var isFailedStart = name == Host && exception is IOException or SocketException or InvalidOperationException;
            if (IsEnabled(logLevel) && !isFailedStart)
            {
                Write(logLevel, formatter(state, exception), exception);
            }
        }

        // Never an exception's message, which may hold what a reader typed: type and place are enough to find a fault.
        private void Write(LogLevel level, string message, Exception? exception) => Console.Out.Write(string.Concat(
            time.GetLocalNow().ToString("yyyy-MM-ddTHH:mm:ss.fffzzz ", CultureInfo.InvariantCulture),
            NameOf(level),
            message,
            Environment.NewLine + (exception is null ? "" : ExceptionLog.Describe(exception))));

        private static string NameOf(LogLevel level) => level switch
        {
            LogLevel.Critical => "FTL ",
            LogLevel.Error => "ERR ",
            LogLevel.Warning => "WRN ",
            LogLevel.Information => "INF ",
            LogLevel.Debug => "DBG ",
            LogLevel.Trace => "VRB ",
            LogLevel.None => "",
        };
    }
}
