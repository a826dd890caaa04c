using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Metrics;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>Counts the pages that one site renders to keep them.</summary>
internal sealed class RenderedPages : IDisposable
{
    private readonly MeterListener listener = new();
    private long count;

    public RenderedPages(TestSite site)
    {
        var meters = site.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == SiteMeter.PagesRendered && instrument.Meter.Scope == meters)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref count, value));
        listener.Start();
    }

    public long Count => Volatile.Read(ref count);

    public void Dispose() => listener.Dispose();
}
