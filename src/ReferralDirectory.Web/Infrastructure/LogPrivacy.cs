using System.Net.Sockets;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>The log: to the console only, and with nothing of a reader in it.</summary>
internal static class LogPrivacy
{
    // No {Exception}: its message may hold what a reader typed. Type and place are enough to find a fault.
    private const string Template = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {Message:lj}{NewLine}{" + ExceptionPlace.Property + "}";

    public static void AddPrivateLog(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog(configuration => configuration
            .MinimumLevel.Information()
            // The framework's own request lines print whole addresses.
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            // Off altogether, or each request gets an activity and a logging scope that nobody reads.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            // What a command failed of comes as an exception, too, and is logged or said where it is handled.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Query", LogEventLevel.Fatal)
            // That keys lie unencrypted in the database is so on purpose: see docs/threat-model.md.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            // A form without its token is answered, and no fault of ours.
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)
            .Filter.ByExcluding(IsFailedStart)
            .Enrich.With<ExceptionPlace>()
            .WriteTo.Console(outputTemplate: Template, formatProvider: System.Globalization.CultureInfo.InvariantCulture));
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
