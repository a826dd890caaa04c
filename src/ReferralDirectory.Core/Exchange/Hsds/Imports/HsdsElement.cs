using System.Text.Json;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>Reads records of others: what is missing or has another shape than it should is as if it were not there.</summary>
internal static class HsdsElement
{
    public static string Text(this JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? ReadText(value).Trim() : "";

    public static Guid? Id(this JsonElement record, string name = "id") => Guid.TryParse(record.Text(name), out var id) && id != Guid.Empty ? id : null;

    public static IEnumerable<JsonElement> Items(this JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    public static JsonElement? Record(this JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>What stands there, as a person reads it.</summary>
    public static string Told(this JsonElement value) => value.ValueKind == JsonValueKind.String ? ReadText(value).Trim() : value.GetRawText();

    public static bool IsFilled(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => false,
        JsonValueKind.String => !value.ValueEquals(""),
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => true,
    };

    // Half a character, written as an escape, is no text.
    private static string ReadText(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
