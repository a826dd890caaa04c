using System.Text.Json;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>An address of the API, as its description has it.</summary>
/// <param name="Methods">As <c>GET, POST</c>.</param>
/// <param name="Address">With its parameters in braces.</param>
/// <param name="Summary">What it answers.</param>
/// <param name="Parameters">What may stand in its query.</param>
public sealed record ReferenceOperation(string Methods, string Address, string Summary, IReadOnlyList<ReferenceOperation.Parameter> Parameters)
{
    /// <param name="path">Of the description.</param>
    public static ReferenceOperation From(JsonProperty path)
    {
        var first = path.Value.EnumerateObject().First().Value;
        return new ReferenceOperation(
            string.Join(", ", path.Value.EnumerateObject().Select(method => method.Name.ToUpperInvariant()).Where(method => method != "HEAD")),
            path.Name,
            first.GetProperty("summary").GetString()!,
            first.TryGetProperty("parameters", out var parameters)
                ? [.. parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => new Parameter(
                    parameter.GetProperty("name").GetString()!,
                    parameter.TryGetProperty("description", out var description) ? description.GetString()! : ""))]
                : []);
    }

    /// <param name="Name">As in the address.</param>
    /// <param name="Description">What it does.</param>
    public sealed record Parameter(string Name, string Description);
}
