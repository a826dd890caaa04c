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
        Style = ShortenStyle(Read("site.css"));
        Script = ShortenScript(Read("site.js"));
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

    // Both take out only what cannot change the meaning: comments, indentation, line ends; of a style also spaces beside signs, which
    // no text in it and no selector has.
    private static string ShortenStyle(string text)
    {
        var style = string.Concat(LinesOf(WithoutBlockComments(text))).Replace(" {", "{", StringComparison.Ordinal).Replace(" }", "}", StringComparison.Ordinal);
        foreach (var sign in (string[])["{", "}", ";", ",", ":"])
        {
            style = style.Replace(sign + " ", sign, StringComparison.Ordinal);
        }

        return style.Replace(";}", "}", StringComparison.Ordinal);
    }

    private static string ShortenScript(string text) => string.Join('\n', LinesOf(text).Where(line => !line.StartsWith("//", StringComparison.Ordinal)));

    private static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

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
