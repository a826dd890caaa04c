using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary>A UTC time with three digits after the second, as the standard wants it.</summary>
internal sealed class MillisecondTime : JsonConverter<DateTime>
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTime().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
}
