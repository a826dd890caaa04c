using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>Faults as they are stored.</summary>
internal static class StoredFaults
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public static string Write(IEnumerable<ImportFault> faults) => JsonSerializer.Serialize(faults, Options);

    /// <summary>What a file says besides of an organisation; empty where that is nothing.</summary>
    public static string Remark(string? json) => Read(json).FirstOrDefault(fault => fault.Reason == ImportFaultReason.Remark)?.Detail ?? "";

    public static ImmutableArray<ImportFault> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<ImmutableArray<ImportFault>>(json, Options);
}
