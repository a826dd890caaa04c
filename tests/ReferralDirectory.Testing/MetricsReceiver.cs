using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ReferralDirectory.Testing;

/// <summary>A collector that takes metrics by OTLP over HTTP and keeps every byte, headers as well.</summary>
public sealed class MetricsReceiver : IAsyncDisposable
{
    private readonly Channel<string> deliveries = Channel.CreateUnbounded<string>();
    private readonly StringBuilder all = new();
    private readonly WebApplication app;

    private MetricsReceiver(WebApplication app) => this.app = app;

    /// <summary>Where it takes them.</summary>
    public string Address => app.Urls.First();

    /// <summary>Everything that was read so far, each byte as a character.</summary>
    public string Received => all.ToString();

    /// <summary>Starts one.</summary>
    public static async Task<MetricsReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new MetricsReceiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync(cancellationToken);
        return receiver;
    }

    /// <summary>Waits until all of some words have been delivered, since the receiver was made.</summary>
    /// <exception cref="TimeoutException">Some have not come in half a minute.</exception>
    public async Task UntilAsync(CancellationToken cancellationToken, params string[] words)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (Missing() is { Count: > 0 } missing)
        {
            try
            {
                all.Append(await deliveries.Reader.ReadAsync(patience.Token));
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Never came: {string.Join(", ", missing)}. What came: {new string([.. Received.Where(char.IsAscii).Where(letter => !char.IsControl(letter))])}");
            }
        }

        List<string> Missing() => [.. words.Where(word => !Received.Contains(word, StringComparison.Ordinal))];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        await deliveries.Writer.WriteAsync($"{context.Request.Path} {string.Join(' ', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"))} {Encoding.Latin1.GetString(body.ToArray())}");
    }
}
