using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>
/// What an audit entry seals, at the end of its detail: <c>revision-2:</c> and a hash, or <c>content-1:</c>, a hash and marks of the
/// fields. Entries from before have none, or <c>revision-1:</c>, which knew less of a revision.
/// </summary>
public static class AuditSeal
{
    private const string Revision = "revision-2:";

    private const string FirstRevision = "revision-1:";

    // The 1 is the format of drafts. When they change, so that the same content comes to something else, this changes with them: entries of
    // an earlier format are then no longer compared, and nobody is told that they were tampered with.
    private const string Content = "content-1:";

    /// <summary>The detail without the seal: for people.</summary>
    public static string TextOf(string detail) => Split(detail).Text;

    /// <summary>Seals a revision that is no draft any more.</summary>
    internal static string Add(string detail, Revision revision) => With(detail, Of(revision));

    /// <summary>Seals what stands in the database.</summary>
    internal static string Add(string detail, ContentSum sum) => With(detail, $"{Content}{sum.Hash}:{sum.Marks}");

    /// <summary>The seal of a revision; null where the detail has none, or one of another format.</summary>
    internal static string? RevisionOf(string detail) => Split(detail).Seal is { } seal && (IsWhole(seal) || seal.StartsWith(FirstRevision, StringComparison.Ordinal)) ? seal : null;

    /// <summary>True for a seal of all that counts of a revision; false for one of the first format.</summary>
    internal static bool IsWhole(string seal) => seal.StartsWith(Revision, StringComparison.Ordinal);

    /// <summary>True where a seal is that of a revision.</summary>
    internal static bool Fits(string seal, Revision revision) => seal == (IsWhole(seal) ? Of(revision) : FirstOf(revision));

    /// <summary>A sealed content; null where the detail seals none, or one of another format.</summary>
    internal static ContentSum? ContentOf(string detail) =>
        Split(detail).Seal is { } seal && seal.StartsWith(Content, StringComparison.Ordinal) && seal[Content.Length..].Split(':') is [var hash, var marks] ? new ContentSum(hash, marks) : null;

    // What an entry does not say itself: who, what, when, and what became of it.
    private static string Of(Revision revision) => Revision + AuditHash.Of(
        revision.CountryId?.ToString("D"),
        revision.Number.ToString(CultureInfo.InvariantCulture),
        revision.AuthorId?.ToString("D"),
        string.Join(',', revision.Contributors),
        revision.Origin.ToString(),
        revision.Note,
        revision.Reason,
        revision.BaseVersion?.ToString("D"),
        revision.BaseRevisionId?.ToString("D"),
        revision.AppliedVersion?.ToString("D"),
        revision.BringsBack.ToString(),
        revision.Snapshot);

    private static string FirstOf(Revision revision) => FirstRevision
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{revision.CountryId:D}|{string.Join(',', revision.Contributors)}|{revision.BringsBack}|{revision.Snapshot}")));

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
