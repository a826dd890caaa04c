using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>
/// What an audit entry seals, at the end of its detail: <c>revision-1:</c> and a hash, or <c>content-1:</c>, a hash and marks of the
/// fields. Entries from before have none.
/// </summary>
public static class AuditSeal
{
    private const string Revision = "revision-1:";

    // The 1 is the format of drafts. When they change, so that the same content comes to something else, this changes with them: entries of
    // an earlier format are then no longer compared, and nobody is told that they were tampered with.
    private const string Content = "content-1:";

    /// <summary>The detail without the seal: for people.</summary>
    public static string TextOf(string detail) => Split(detail).Text;

    /// <summary>Seals what was handed in or published.</summary>
    internal static string Add(string detail, Revision revision) =>
        With(detail, Revision + Of(revision.CountryId, revision.Contributors, revision.BringsBack, revision.Snapshot));

    /// <summary>Seals what stands in the database.</summary>
    internal static string Add(string detail, ContentSum sum) => With(detail, $"{Content}{sum.Hash}:{sum.Marks}");

    /// <summary>The hash of a sealed revision; null where the detail seals none.</summary>
    internal static string? RevisionOf(string detail) => Split(detail).Seal is { } seal && seal.StartsWith(Revision, StringComparison.Ordinal) ? seal[Revision.Length..] : null;

    /// <summary>A sealed content; null where the detail seals none, or one of another format.</summary>
    internal static ContentSum? ContentOf(string detail) =>
        Split(detail).Seal is { } seal && seal.StartsWith(Content, StringComparison.Ordinal) && seal[Content.Length..].Split(':') is [var hash, var marks] ? new ContentSum(hash, marks) : null;

    /// <summary>What counts of a revision: what it says, where, who wrote it, and whether it brings the entry back.</summary>
    internal static string Of(Guid? countryId, ImmutableArray<Guid> contributors, bool bringsBack, string snapshot) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{countryId:D}|{string.Join(',', contributors)}|{bringsBack}|{snapshot}")));

    private static string With(string detail, string seal) => detail.Length == 0 ? seal : $"{detail} {seal}";

    private static (string Text, string? Seal) Split(string detail)
    {
        var space = detail.LastIndexOf(' ');
        var last = detail[(space + 1)..];
        var colon = last.IndexOf(':', StringComparison.Ordinal);
        return (last.StartsWith("revision-", StringComparison.Ordinal) || last.StartsWith("content-", StringComparison.Ordinal)) && last.Length - colon - 1 >= AuditHead.HashLength
            ? (space < 0 ? "" : detail[..space], last)
            : (detail, null);
    }
}
