using System.Text;
using System.Text.Json;

namespace ReferralDirectory.Core.Exchange.Json;

/// <summary>Writes organisations as a list, one after the other.</summary>
/// <param name="stream">Where; stays open.</param>
internal sealed class JsonExport(Stream stream)
{
    private bool isFirst = true;

    public async Task WriteAsync(OrganisationWire wire, CancellationToken cancellationToken)
    {
        await WriteAsync(isFirst ? "[\n" : ",\n", cancellationToken);
        isFirst = false;
        await JsonSerializer.SerializeAsync(stream, wire, ExchangeJson.Options, cancellationToken);
    }

    public Task EndAsync(CancellationToken cancellationToken) => WriteAsync(isFirst ? "[]\n" : "\n]\n", cancellationToken);

    private async Task WriteAsync(string text, CancellationToken cancellationToken) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
}
