using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>Drafts as JSON: <c>{"Format":1,"Draft":{"Kind":…}}</c>.</summary>
public static class DraftJson
{
    private const int Format = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        // Cyrillic stays readable, and half as long.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
    };

    /// <summary>The same draft gives the same text.</summary>
    public static string Write(SubjectDraft draft) => JsonSerializer.Serialize(new Envelope(Format, draft), Options);

    /// <exception cref="InvalidDataException">A later version of the program wrote it.</exception>
    public static SubjectDraft Read(string json)
    {
        var envelope = JsonSerializer.Deserialize<Envelope>(json, Options);
        return envelope is { Format: Format, Draft: { } draft } ? draft : throw new InvalidDataException("A stored revision is of a format that this program does not know.");
    }

    internal static JsonObject ToNode(SubjectDraft draft) => JsonSerializer.SerializeToNode(draft, Options)!.AsObject();

    internal static SubjectDraft FromNode(JsonObject node) => node.Deserialize<SubjectDraft>(Options)!;

    private sealed record Envelope(int Format, SubjectDraft Draft);
}
