using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Infrastructure.Metrics;

/// <summary>
/// Delivers the site's own numbers, and no others, to a collector, on a thread of its own: what the framework measures of requests holds what
/// their senders chose. Made only where a setting names a collector: OpenTelemetry is not even loaded otherwise.
/// </summary>
internal sealed class MetricsExport(MetricsOptions options) : IDisposable
{
    /// <summary>How long a delivery may take, the last one as well: whoever stops the site waits for it.</summary>
    private const int PatienceMilliseconds = 2000;

    // Not by its type: registration would load the library.
    private IDisposable? deliveries;

    public void Begin() => deliveries ??= Build(options.Endpoint!, options.IntervalSeconds * 1000);

    public void Dispose()
    {
        if (deliveries is not null)
        {
            End(deliveries);
        }
    }

    private static MeterProvider Build(Uri endpoint, int interval) => Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(resource => resource.Clear().AddService("referral-directory", serviceVersion: ProgramVersion.Text))
        .AddMeter(SiteMeter.Name)
        .SetExemplarFilter(ExemplarFilterType.AlwaysOff)
        .AddOtlpExporter((exporter, reader) =>
        {
            exporter.Endpoint = endpoint;
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
            exporter.TimeoutMilliseconds = PatienceMilliseconds;
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = interval;
            reader.PeriodicExportingMetricReaderOptions.ExportTimeoutMilliseconds = PatienceMilliseconds;
        })
        .Build();

    private static void End(IDisposable deliveries)
    {
        ((MeterProvider)deliveries).Shutdown(PatienceMilliseconds);
        deliveries.Dispose();
    }
}
