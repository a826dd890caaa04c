using System.Security.Cryptography;
using System.Text;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// The one stylesheet and the one script, written into every page and allowed by their hashes: a page is one request, and
/// no cached file names us.
/// </summary>
public sealed class InlineAssets
{
    /// <summary>Reads both from the assembly.</summary>
    public InlineAssets()
    {
        Style = Shorten(Read("site.css"), blockComments: true);
        Script = Shorten(Read("site.js"), blockComments: false);
        StyleHash = Hash(Style);
        ScriptHash = Hash(Script);
    }

    /// <summary>The content of <c>style</c>.</summary>
    public string Style { get; }

    /// <summary>The content of <c>script</c>.</summary>
    public string Script { get; }

    /// <summary>As a content security policy writes it: <c>sha256-…</c>.</summary>
    public string StyleHash { get; }

    /// <inheritdoc cref="StyleHash"/>
    public string ScriptHash { get; }

    /// <summary>An asset as it stands in the assembly.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static string Read(string name)
    {
        using var stream = typeof(InlineAssets).Assembly.GetManifestResourceStream($"Assets/{name}")
            ?? throw new InvalidOperationException($"The asset {name} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // Takes out only what cannot change the meaning: whole-line comments, indentation, line ends.
    private static string Shorten(string text, bool blockComments)
    {
        var without = blockComments ? WithoutBlockComments(text) : text;
        var lines = without.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("//", StringComparison.Ordinal));
        return string.Join(blockComments ? "" : "\n", lines);
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string WithoutBlockComments(string text)
    {
        while (text.IndexOf("/*", StringComparison.Ordinal) is >= 0 and var start)
        {
            text = text.Remove(start, text.IndexOf("*/", start + 2, StringComparison.Ordinal) + 2 - start);
        }

        return text;
    }
}
