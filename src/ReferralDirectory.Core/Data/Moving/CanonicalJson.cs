using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>A document in one way of writing it: names in order, no space. <c>jsonb</c> keeps neither as they were.</summary>
internal static class CanonicalJson
{
    /// <exception cref="JsonException">It is no document.</exception>
    public static string Of(string document) => InOrder(JsonNode.Parse(document))?.ToJsonString() ?? "null";

    private static JsonNode? InOrder(JsonNode? node) => node switch
    {
        JsonObject found => new JsonObject(found.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, InOrder(pair.Value)))),
        JsonArray found => new JsonArray([.. found.Select(InOrder)]),
        _ => node?.DeepClone(),
    };
}
