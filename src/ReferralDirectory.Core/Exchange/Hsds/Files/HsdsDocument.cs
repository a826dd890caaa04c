using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Records;

namespace ReferralDirectory.Core.Exchange.Hsds.Files;

/// <summary>The whole directory as one JSON document: organisations with their services, and the taxonomies.</summary>
public static class HsdsDocument
{
    /// <summary>How a time is written in files.</summary>
    internal const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ";

    private const int FlushedAt = 64 * 1024;

    /// <summary>The languages of its texts: the one that was asked for, then those of texts that are not in it.</summary>
    internal static void WriteLanguages(Utf8JsonWriter json, HsdsDirectory directory, HsdsEdition edition)
    {
        json.WriteStartArray("languages");
        foreach (var language in directory.LanguagesIn(LanguageTag.Parse(edition.Language)))
        {
            json.WriteStringValue(language.Value);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes it as it is made: it takes the same memory however long it is.</summary>
    public static async Task WriteAsync(Stream target, HsdsDirectory directory, HsdsMapping mapping, HsdsEdition edition, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(2 * FlushedAt);
        await using var json = new Utf8JsonWriter(buffer, HsdsJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("hsds_version", "3.1");
        json.WriteString("created", edition.Created.ToString(TimeFormat, CultureInfo.InvariantCulture));
        json.WriteString("version", edition.Version);
        json.WriteString("language", edition.Language);
        WriteLanguages(json, directory, edition);
        json.WriteStartObject("license");
        json.WriteString("name", edition.LicenceName);
        json.WriteString("url", edition.LicenceAddress);
        json.WriteEndObject();
        Write("taxonomies", mapping.Terms.Taxonomies);
        Write("taxonomy_terms", mapping.Terms.Terms);
        json.WriteStartArray("organizations");
        foreach (var entry in directory.Organizations)
        {
            JsonSerializer.Serialize(json, mapping.FullOrganization(entry.Country, entry.Provider, areServicesFull: true), HsdsJson.Of<HsdsOrganization>());
            if (json.BytesPending + buffer.WrittenCount >= FlushedAt)
            {
                await SendAsync();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await SendAsync();

        void Write<T>(string name, IEnumerable<T> records)
        {
            json.WriteStartArray(name);
            foreach (var record in records)
            {
                JsonSerializer.Serialize(json, record, HsdsJson.Of<T>());
            }

            json.WriteEndArray();
        }

        async Task SendAsync()
        {
            await json.FlushAsync(cancellationToken);
            await target.WriteAsync(buffer.WrittenMemory, cancellationToken);
            buffer.ResetWrittenCount();
        }
    }
}
