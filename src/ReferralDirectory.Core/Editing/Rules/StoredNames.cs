using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Rules;

/// <summary>
/// Reads names as they are stored, as text: of ten thousand entries, to make values of all of them would take a second, in which nobody
/// else could write.
/// </summary>
internal static class StoredNames
{
    // Escapes, entities and letters beyond the first plane are only known once they are read.
    private static readonly System.Buffers.SearchValues<string> Hiding = System.Buffers.SearchValues.Create(["\\u", "\\n", "\\t", "\\r", "\\b", "\\f", "&"], StringComparison.Ordinal);

    /// <param name="db">The database.</param>
    /// <param name="countryId">Whose entries.</param>
    /// <param name="mayMatter">Asked with all the names of an entry, as <see cref="NameKey"/> gives them, and more; null for every entry.</param>
    public static async IAsyncEnumerable<(Guid Id, LocalisedText Name, ImmutableArray<string> AlsoKnownAs)> ReadAsync(DirectoryDb db, Guid countryId, Func<string, bool>? mayMatter = null)
    {
        await foreach (var row in db.Database.SqlQuery<Row>($"SELECT \"Id\", \"Name\", \"AlsoKnownAs\" FROM \"Organisations\" WHERE \"CountryId\" = {countryId}").AsAsyncEnumerable())
        {
            if (mayMatter is null || IsHiding(row.Name) || IsHiding(row.AlsoKnownAs) || mayMatter($"{NameKey.Of(row.Name)} {NameKey.Of(row.AlsoKnownAs)}"))
            {
                yield return (row.Id, StoredJson.LocalisedText(row.Name), StoredJson.Strings(row.AlsoKnownAs));
            }
        }
    }

    private static bool IsHiding(string json) => json.AsSpan().ContainsAny(Hiding);

    private sealed record Row(Guid Id, string Name, string AlsoKnownAs);
}
