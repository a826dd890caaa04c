using System.Globalization;
using System.Text.Json;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>
/// Compares answers with their schema in the description, strictly: what is not described is a fault, and so is what is required and missing.
/// It remembers what it saw, so that what is described and never answered is found, too.
/// </summary>
internal sealed class DescribedShape(JsonElement description)
{
    private const string Prefix = "#/components/schemas/";

    private readonly JsonElement schemas = description.GetProperty("components").GetProperty("schemas");
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Properties that are described and stood in no answer, as <c>Schema.property</c>.</summary>
    public IEnumerable<string> Unseen => schemas.EnumerateObject()
        .SelectMany(schema => schema.Value.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(property => $"{schema.Name}.{property.Name}") : [])
        .Where(property => !seen.Contains(property));

    public void Check(JsonElement schema, JsonElement value, string where) => Assert.Null(Fault(schema, value, where, "", seen));

    private string? Fault(JsonElement schema, JsonElement value, string path, string name, HashSet<string> found)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = reference.GetString()![Prefix.Length..];
            return Fault(schemas.GetProperty(target), value, path, target, found);
        }

        foreach (var choice in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(choice, out var candidates))
            {
                return FaultOfAny(candidates, value, path, found);
            }
        }

        var kind = KindOf(value);
        return !schema.TryGetProperty("type", out var type) ? $"{path} has no type"
            : type.GetString() is not { } only ? $"{path} may be {type}"
            : only != kind && !(only == "number" && kind == "integer") ? $"{path} is {kind} and not {only}"
            : schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(allowed => allowed.ToString() == value.ToString()) ? $"{path} is none of {values}"
            : schema.TryGetProperty("format", out var format) && !Fits(format.GetString()!, value) ? $"{path} is no {format}: {value}"
            : kind switch
            {
                "object" => FaultOfObject(schema, value, path, name, found),
                "array" => schema.TryGetProperty("items", out var items)
                    ? value.EnumerateArray().Select((item, index) => Fault(items, item, $"{path}[{index}]", "", found)).FirstOrDefault(fault => fault is not null)
                    : $"{path} has no items",
                _ => null,
            };
    }

    private string? FaultOfAny(JsonElement candidates, JsonElement value, string path, HashSet<string> found)
    {
        List<string> faults = [];
        foreach (var candidate in candidates.EnumerateArray())
        {
            HashSet<string> mine = new(StringComparer.Ordinal);
            if (Fault(candidate, value, path, "", mine) is { } fault)
            {
                faults.Add(fault);
                continue;
            }

            found.UnionWith(mine);
            return null;
        }

        return string.Join("; ", faults);
    }

    private string? FaultOfObject(JsonElement schema, JsonElement value, string path, string name, HashSet<string> found)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            return schema.TryGetProperty("additionalProperties", out _) ? null : $"{path} has no properties";
        }

        foreach (var property in value.EnumerateObject())
        {
            found.Add($"{name}.{property.Name}");
            if (!properties.TryGetProperty(property.Name, out var described))
            {
                return $"{path}.{property.Name} is not described";
            }

            if (Fault(described, property.Value, $"{path}.{property.Name}", "", found) is { } fault)
            {
                return fault;
            }
        }

        return schema.TryGetProperty("required", out var required) && required.EnumerateArray().FirstOrDefault(item => !value.TryGetProperty(item.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing
            ? $"{path} lacks {missing}"
            : null;
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => "null",
    };

    private static bool Fits(string format, JsonElement value) => format switch
    {
        "uuid" => Guid.TryParseExact(value.GetString(), "D", out _),
        "date-time" => DateTime.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _),
        "uri" => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _),
        "int32" => value.TryGetInt32(out _),
        "double" => value.TryGetDouble(out _),
        _ => false,
    };
}
