using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds.Files;

/// <summary>
/// Names the content of a directory: the same wherever and whenever the same content is published, and another after any change that
/// a reader could see, in whatever language. The hours of a summer are others than those of a winter.
/// </summary>
public static class HsdsContentVersion
{
    private const int Characters = 16;

    private static readonly DateTime AnyTime = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly ConditionalWeakTable<PublishedDirectory, Lazy<byte[]>> Versions = [];
    // An edit makes a new object of what it changed and of nothing else.
    private static readonly ConditionalWeakTable<Provider, byte[]> Hashes = [];

    private static HsdsPhrases NoPhrases { get; } = new()
    {
        Hotline = "hotline",
        FreeToCall = "free",
        Messenger = "",
        ByAppointment = "appointment",
        Closed = "closed",
        Unreviewed = "unreviewed",
        TaxonomyNames = HsdsTaxonomyKinds.All.ToDictionary(kind => kind, kind => kind.Code()),
        TaxonomyDescriptions = HsdsTaxonomyKinds.All.ToDictionary(kind => kind, kind => kind.Code()),
    };

    /// <summary>Reads everything when first asked; after an edit, what it changed.</summary>
    /// <param name="directory">What there is.</param>
    /// <param name="now">The moment whose offsets of time zones are told, UTC.</param>
    public static string Of(HsdsDirectory directory, DateTime now)
    {
        var content = Versions.GetValue(directory.Directory, _ => new Lazy<byte[]>(() => Make(directory))).Value;
        return Convert.ToHexStringLower(SHA256.HashData([.. content, .. Encoding.UTF8.GetBytes(directory.OffsetsAt(now))]))[..Characters];
    }

    private static byte[] Make(HsdsDirectory directory)
    {
        var mappings = directory.Directory.Languages.Select(language => MappingIn(directory, language.Tag)).ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var term in mappings.SelectMany(mapping => mapping.Terms.Terms))
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(term, HsdsJson.Of<HsdsTaxonomyTerm>()));
        }

        foreach (var entry in directory.Organizations)
        {
            hash.AppendData(Hashes.GetValue(entry.Provider, _ => HashOf(entry, mappings)));
        }

        return hash.GetHashAndReset();
    }

    private static HsdsMapping MappingIn(HsdsDirectory directory, LanguageTag language) => new(language, NoPhrases, new HsdsTerms(directory.Directory, language, NoPhrases), AnyTime);

    private static byte[] HashOf(HsdsEntry entry, List<HsdsMapping> mappings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var mapping in mappings)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(mapping.FullOrganization(entry.Country, entry.Provider, areServicesFull: true), HsdsJson.Of<HsdsOrganization>()));
        }

        // The table for spreadsheets has them as they are, and some that the standard has no form of.
        foreach (var contact in entry.Provider.Contacts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{contact.Kind} {contact.Value}\n"));
        }

        return hash.GetHashAndReset();
    }
}
