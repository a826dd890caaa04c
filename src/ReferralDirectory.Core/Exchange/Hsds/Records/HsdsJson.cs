using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary>How the records are written: names as in the standard, without what is not known.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HsdsAbout))]
[JsonSerializable(typeof(HsdsModified))]
[JsonSerializable(typeof(HsdsOrganization))]
[JsonSerializable(typeof(HsdsService))]
[JsonSerializable(typeof(HsdsServiceAtLocation))]
[JsonSerializable(typeof(HsdsTaxonomy))]
[JsonSerializable(typeof(HsdsTaxonomyTerm))]
[JsonSerializable(typeof(HsdsList<HsdsModified>))]
[JsonSerializable(typeof(HsdsList<HsdsOrganization>))]
[JsonSerializable(typeof(HsdsList<HsdsService>))]
[JsonSerializable(typeof(HsdsList<HsdsServiceAtLocation>))]
[JsonSerializable(typeof(HsdsList<HsdsTaxonomy>))]
[JsonSerializable(typeof(HsdsList<HsdsTaxonomyTerm>))]
public sealed partial class HsdsJson : JsonSerializerContext
{
    /// <summary>Cyrillic stays as it is, a third as long; what HTML reads as markup is escaped.</summary>
    public static JavaScriptEncoder TextEncoder { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>To be used in place of <see cref="Default"/>, whose encoder escapes every letter that is not ASCII.</summary>
    public static HsdsJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = TextEncoder });

    /// <summary>How a record is written.</summary>
    /// <exception cref="ArgumentException">It is none of the records.</exception>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>?)Readable.GetTypeInfo(typeof(T)) ?? throw new ArgumentException($"{typeof(T)} is no record of the standard.");

    /// <summary>For a writer of several records.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = TextEncoder, SkipValidation = true };
}
