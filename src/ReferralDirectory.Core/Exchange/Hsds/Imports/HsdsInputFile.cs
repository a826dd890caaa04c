using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>
/// The organisations of a file, in whichever of the usual shapes it has: a document with <c>organizations</c> or <c>services</c>, a page of
/// a list, a list, one record, or a record a line.
/// </summary>
/// <param name="Organizations">In the order of the file.</param>
/// <param name="Unowned">Services of organisations that are not among them.</param>
/// <param name="Language">What the file says of its language; empty where it does not.</param>
/// <param name="Page">Which page of how many it is; empty where it does not say that there are others.</param>
internal sealed record HsdsInputFile(IReadOnlyList<HsdsInput> Organizations, IReadOnlyList<JsonElement> Unowned, string Language, string Page)
{
    private static readonly string[] Lists = ["organizations", "services", "contents"];

    /// <exception cref="HsdsImportException">It has none of these shapes.</exception>
    public static async Task<HsdsInputFile> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        List<JsonElement> roots;
        try
        {
            roots = Parse(await reader.ReadToEndAsync(cancellationToken));
        }
        catch (Exception problem) when (problem is JsonException or DecoderFallbackException)
        {
            throw new HsdsImportException(HsdsImportFault.NotJson);
        }

        var (organizations, unowned) = Group(roots.SelectMany(Records));
        return organizations.Count > 0 ? new(organizations, unowned, roots[0].Text("language"), PageOf(roots[0])) : throw new HsdsImportException(HsdsImportFault.NoOrganizations);
    }

    private static string PageOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return "";
        }

        var pages = root.TryGetProperty("total_pages", out var total) && total.ValueKind == JsonValueKind.Number && total.TryGetInt32(out var count) ? count : 0;
        var isLast = !root.TryGetProperty("last_page", out var last) || last.ValueKind != JsonValueKind.False;
        return pages > 1 || !isLast ? $"{(root.TryGetProperty("page_number", out var number) ? number.Told() : "?")}/{(pages > 0 ? pages.ToString(CultureInfo.InvariantCulture) : "?")}" : "";
    }

    private static List<JsonElement> Parse(string text)
    {
        try
        {
            return [JsonSerializer.Deserialize<JsonElement>(text)];
        }
        catch (JsonException)
        {
            return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
        }
    }

    private static IEnumerable<JsonElement> Records(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object);
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return root.Text("id").Length == 0 && Array.Exists(Lists, list => root.TryGetProperty(list, out var records) && records.ValueKind == JsonValueKind.Array)
            ? Lists.SelectMany(list => root.Items(list))
            : [root];
    }

    // A service that is not told as part of its organisation holds that, or names it; those of one organisation are put together.
    private static (List<HsdsInput> Organizations, List<JsonElement> Unowned) Group(IEnumerable<JsonElement> records)
    {
        List<HsdsInput> organizations = [];
        List<JsonElement> apart = [];
        Dictionary<string, List<JsonElement>> known = new(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (record.Record("organization") is { } owner)
            {
                ServicesOf(owner).Add(record);
            }
            else if (record.Text("organization_id").Length > 0)
            {
                apart.Add(record);
            }
            else if (record.Text("name").Length > 0)
            {
                ServicesOf(record).AddRange(record.Items("services"));
            }
        }

        // Its organisation may come later in the file.
        return (organizations, [.. apart.Where(service => !Add(service))]);

        List<JsonElement> ServicesOf(JsonElement organization)
        {
            var id = organization.Text("id");
            if (id.Length == 0 || !known.TryGetValue(id, out var services))
            {
                known[id] = services = [];
                organizations.Add(new(organization, services));
            }

            return services;
        }

        bool Add(JsonElement service)
        {
            if (!known.TryGetValue(service.Text("organization_id"), out var services))
            {
                return false;
            }

            services.Add(service);
            return true;
        }
    }
}
