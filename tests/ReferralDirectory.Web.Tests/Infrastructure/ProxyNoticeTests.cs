using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>A proxy that the site was not told of makes one address of all visitors.</summary>
public sealed class ProxyNoticeTests
{
    private const string Somebody = "203.0.113.77";

    [Theory]
    [InlineData("", true, 1)]
    [InlineData("", false, 0)]
    [InlineData("true", true, 0)]
    public async Task AProxyThatTheSiteDoesNotKnow_IsSaidOnce_WithoutAnAddress(string setting, bool isForwarded, int warnings)
    {
        using var log = new Log();
        await using var site = new StaffSite(new Dictionary<string, string> { ["ForwardedHeaders_Enabled"] = setting }, services => services.AddSingleton<ILoggerProvider>(log));
        var visitor = site.NewVisitor(TestContext.Current.CancellationToken);
        if (isForwarded)
        {
            visitor.Headers["X-Forwarded-For"] = $"{Somebody}, 198.51.100.2";
        }

        await visitor.GetAsync("/admin/sign-in");
        await visitor.GetAsync("/admin/sign-in");

        Assert.Equal(warnings, log.Lines.Count(line => line.Category == typeof(ProxyNotice).FullName && line.Level == LogLevel.Warning));
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains(Somebody, StringComparison.Ordinal));
    }

    private sealed class Log : ILoggerProvider
    {
        public ConcurrentQueue<(string Category, LogLevel Level, string Text)> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(Log log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Lines.Enqueue((category, logLevel, formatter(state, exception)));
        }
    }
}
