using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>What a content comes to: a hash that proves it, and a mark of each field, too short to prove anything, that says where it differs.</summary>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
/// <param name="Marks">Four digits of each field, in the order of the fields.</param>
internal sealed record ContentSum(string Hash, string Marks)
{
    private const int MarkLength = 4;

    private const string Country = "Country";

    /// <summary>Of what a draft says.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="countryId">Null for a term.</param>
    public static ContentSum Of(SubjectDraft draft, Guid? countryId) => Of(Fields(draft, countryId));

    /// <summary>Of named texts.</summary>
    public static ContentSum Of(IEnumerable<(string Name, string Value)> fields)
    {
        var hashes = fields.Select(field => HashOf(field.Value)).ToList();
        return new ContentSum(HashOf(string.Concat(hashes)), string.Concat(hashes.Select(hash => hash[..MarkLength])));
    }

    /// <summary>Names of the fields of a draft.</summary>
    public static IEnumerable<string> NamesOf(SubjectDraft draft) => Fields(draft, null).Select(field => field.Name);

    /// <summary>Which fields differ; empty where that is not known.</summary>
    /// <param name="other">The other content.</param>
    /// <param name="names">Of the fields of both.</param>
    public ImmutableArray<string> Differing(ContentSum other, IEnumerable<string> names)
    {
        var list = names.ToList();
        return Marks.Length != other.Marks.Length || Marks.Length != list.Count * MarkLength ? []
            : [.. list.Where((_, i) => !Marks.AsSpan(i * MarkLength, MarkLength).SequenceEqual(other.Marks.AsSpan(i * MarkLength, MarkLength)))];
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<(string Name, string Value)> Fields(SubjectDraft draft, Guid? countryId) =>
        DraftJson.ToNode(InOrder(draft)).Select(field => (field.Key, field.Value?.ToJsonString() ?? "null"))
            .Append((Country, countryId?.ToString("D") ?? ""));

    // Places and terms stand in the order of their own positions, which change without the entry.
    private static SubjectDraft InOrder(SubjectDraft draft) => draft is OrganisationDraft organisation
        ? organisation with
        {
            Places = [.. organisation.Places.Order()],
            Services = [.. organisation.Services.Select(service => service with { Types = [.. service.Types.Order()], Audiences = [.. service.Audiences.Order()] })],
        }
        : draft;
}
