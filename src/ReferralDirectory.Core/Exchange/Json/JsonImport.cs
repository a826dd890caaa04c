using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Json;

/// <summary>Reads organisations from a list, one after the other.</summary>
internal static class JsonImport
{
    /// <exception cref="FileFaultException">It is no such list.</exception>
    public static async IAsyncEnumerable<OrganisationWire> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var utf8 = Encoding.CreateTranscodingStream(stream, EncodingOf(stream), Encoding.UTF8, leaveOpen: true);
        await using var items = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(utf8, ExchangeJson.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var number = 0;
        while (await NextAsync(items))
        {
            number++;
            yield return Read(items.Current, number);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JsonElement> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (JsonException problem)
        {
            throw new FileFaultException(ImportFileFault.NotJson, (int)Math.Min(int.MaxValue, (problem.LineNumber ?? 0) + 1));
        }
        catch (DecoderFallbackException)
        {
            throw new FileFaultException(ImportFileFault.NotUnicode);
        }
    }

    private static OrganisationWire Read(JsonElement item, int number)
    {
        try
        {
            var wire = item.Deserialize<OrganisationWire>(ExchangeJson.Options) ?? throw new JsonException();
            return wire.Format == OrganisationWire.CurrentFormat ? Numbered(wire, number) : Unreadable("format", wire.Format.ToString(CultureInfo.InvariantCulture));
        }
        catch (JsonException problem)
        {
            return Unreadable(problem.Path?.TrimStart('$').TrimStart('.') ?? "", "");
        }
        catch (InvalidOperationException)
        {
            // Half a character, written as an escape.
            return Unreadable("", "");
        }

        OrganisationWire Unreadable(string path, string detail) => Empty(number) with { Faults = [new ImportFault(number, path, ImportFaultReason.UnreadableItem, Detail: ImportFault.Cut(detail))] };
    }

    private static OrganisationWire Numbered(OrganisationWire wire, int number) => wire with
    {
        Row = number,
        Services = [.. wire.Services.Select(service => service with { Row = number })],
        Contacts = [.. wire.Contacts.Select(contact => contact with { Row = number })],
        Hours = wire.Hours is { } hours ? hours with { OtherDays = [.. hours.OtherDays.Select(other => other with { Row = number })] } : null,
    };

    private static OrganisationWire Empty(int number) => new()
    {
        Row = number,
        Format = OrganisationWire.CurrentFormat,
        Country = "",
        Organisation = "",
        Source = "",
        Name = [],
        OwnLanguage = "",
        AlsoKnownAs = [],
        LanguagesSpoken = [],
        Address = [],
        Places = [],
        Hours = null,
        Services = [],
        Contacts = [],
    };

    private static Encoding EncodingOf(Stream stream)
    {
        using var reader = TextFile.Open(stream);
        return reader.CurrentEncoding;
    }
}
