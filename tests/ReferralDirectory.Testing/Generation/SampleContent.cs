using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Testing.Generation;

/// <summary>Content that tests and benchmarks share.</summary>
public static class SampleContent
{
    /// <summary>The folder that the build puts beside the tests.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>The site's own organisations.</summary>
    public static PublishedDirectory Real() => PublishedContent.Of(ContentReader.Read(Folder));

    /// <inheritdoc cref="GeneratedContent.Make"/>
    public static PublishedDirectory Generated(int organisations, ulong seed = 1) =>
        PublishedContent.Of(GeneratedContent.Make(ContentReader.Read(Folder), organisations, seed));
}
