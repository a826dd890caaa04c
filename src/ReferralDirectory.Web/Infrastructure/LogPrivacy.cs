using System.Globalization;
using System.Net.Sockets;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Display;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>The log: to the console only, and with nothing of a reader in it.</summary>
internal static class LogPrivacy
{
    // No {Exception}: its message may hold what a reader typed. Type and place are enough to find a fault.
    private const string Template = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {Message:lj}{NewLine}{" + ExceptionPlace.Property + "}";

    public static void AddPrivateLog(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration()
            .Filter.ByExcluding(IsFailedStart)
            .Enrich.With<ExceptionPlace>()
            .WriteTo.Console(new MessageTemplateTextFormatter(Template, CultureInfo.InvariantCulture))
            .CreateLogger();
        // Levels are the framework's filters: it has them compiled, and Serilog's own are forty methods that each start would compile.
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true)
            .AddFilter<SerilogLoggerProvider>(category: null, LogLevel.Information)
            // The framework's own request lines print whole addresses.
            .AddFilter<SerilogLoggerProvider>("Microsoft.AspNetCore", LogLevel.Warning)
            // Off altogether, or each request gets an activity and a logging scope that nobody reads.
            .AddFilter<SerilogLoggerProvider>("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
            .AddFilter<SerilogLoggerProvider>("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            // What a command failed of comes as an exception, too, and is logged or said where it is handled.
            .AddFilter<SerilogLoggerProvider>("Microsoft.EntityFrameworkCore.Database", LogLevel.Critical)
            .AddFilter<SerilogLoggerProvider>("Microsoft.EntityFrameworkCore.Query", LogLevel.Critical)
            .AddFilter<SerilogLoggerProvider>("Microsoft.EntityFrameworkCore.Update", LogLevel.Critical)
            // That keys lie unencrypted in the database is so on purpose: see docs/threat-model.md.
            .AddFilter<SerilogLoggerProvider>("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // A form without its token is answered, and no fault of ours.
            .AddFilter<SerilogLoggerProvider>("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);
    }

    // Whoever started the program gets a sentence instead, from the command line.
    private static bool IsFailedStart(LogEvent logEvent) =>
        logEvent.Properties.GetValueOrDefault("SourceContext") is ScalarValue { Value: "Microsoft.Extensions.Hosting.Internal.Host" } && logEvent.Exception is IOException or SocketException or InvalidOperationException;

    private sealed class ExceptionPlace : ILogEventEnricher
    {
        public const string Property = "ExceptionPlace";

        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            if (logEvent.Exception is { } exception)
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty(Property, new ScalarValue(ExceptionLog.Describe(exception))));
            }
        }
    }
}
