using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ReferralDirectory.Core.Exchange.Hsds.Records;

namespace ReferralDirectory.Core.Exchange.Hsds.Files;

/// <summary>The whole directory as a Frictionless data package: a table a file, and what they are, in a zip.</summary>
public static class HsdsPackage
{
    private const int FlushedAt = 64 * 1024;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = HsdsJson.TextEncoder };

    /// <summary>Writes it as it is made: it takes the same memory however long it is.</summary>
    public static async Task WriteAsync(Stream target, HsdsDirectory directory, HsdsMapping mapping, HsdsEdition edition, CancellationToken cancellationToken)
    {
        await using var outgoing = new OutgoingStream(target);
        await using (var zip = await ZipArchive.CreateAsync(outgoing, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            await AddAsync(zip, "datapackage.json", edition, file => file.WriteAsync(Describe(directory, edition), cancellationToken).AsTask(), cancellationToken);
            foreach (var table in HsdsTables.All)
            {
                await AddAsync(zip, table.Path, edition, file => WriteTableAsync(file, table, table.Rows(directory, mapping), cancellationToken), cancellationToken);
            }
        }

        await outgoing.FlushAsync(cancellationToken);
    }

    private static async Task AddAsync(ZipArchive zip, string path, HsdsEdition edition, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = edition.Created;
        await using var file = await entry.OpenAsync(cancellationToken);
        await write(file);
    }

    private static async Task WriteTableAsync(Stream file, HsdsTable table, IEnumerable<JsonElement> rows, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, table.Fields.Select(field => field.Name));
        foreach (var row in rows)
        {
            CsvText.AppendLine(text, table.Fields.Select(field => row.TryGetProperty(field.Name, out var cell) ? cell.ToString() : null));
            if (text.Length >= FlushedAt)
            {
                await SendAsync();
            }
        }

        await SendAsync();

        async Task SendAsync()
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
            text.Clear();
        }
    }

    private static byte[] Describe(HsdsDirectory directory, HsdsEdition edition)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("name", "referral_directory");
            json.WriteString("title", "Referral Directory");
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("created", edition.Created.ToString(HsdsDocument.TimeFormat, CultureInfo.InvariantCulture));
            json.WriteString("version", edition.Version);
            json.WriteString("language", edition.Language);
            HsdsDocument.WriteLanguages(json, directory, edition);
            json.WriteStartArray("licenses");
            json.WriteStartObject();
            json.WriteString("name", edition.LicenceName);
            json.WriteString("path", edition.LicenceAddress);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("resources");
            foreach (var table in HsdsTables.All)
            {
                Describe(json, table);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Describe(Utf8JsonWriter json, HsdsTable table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("path", table.Path);
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("schema");
        json.WriteString("primaryKey", "id");
        json.WriteStartArray("fields");
        foreach (var field in table.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("type", field.Type);
            if (field.Format is not null)
            {
                json.WriteString("format", field.Format);
            }

            json.WriteStartObject("constraints");
            json.WriteBoolean("required", field.IsRequired);
            if (field.Choices is not null)
            {
                json.WriteStartArray("enum");
                foreach (var choice in field.Choices)
                {
                    json.WriteStringValue(choice);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (table.Fields.Any(field => field.Of is not null))
        {
            DescribeKeys(json, table);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Where there are none, the profile wants nothing rather than an empty list.
    private static void DescribeKeys(Utf8JsonWriter json, HsdsTable table)
    {
        json.WriteStartArray("foreignKeys");
        foreach (var field in table.Fields.Where(field => field.Of is not null))
        {
            json.WriteStartObject();
            json.WriteString("fields", field.Name);
            json.WriteStartObject("reference");
            json.WriteString("resource", field.Of);
            json.WriteString("fields", "id");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
