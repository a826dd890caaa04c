using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using YamlDotNet.RepresentationModel;

namespace ReferralDirectory.Core.Content;

/// <summary>
/// A mapping of a YAML file, read key by key. A fault is reported with its line and a stand-in is returned, so that
/// reading goes on; whoever asked for the content never sees a stand-in, because faults make the whole load fail.
/// </summary>
internal sealed class YamlMap
{
    private static readonly Slug NoSlug = Domain.Slug.Parse("none");
    private static readonly LanguageTag NoLanguage = LanguageTag.Parse("en");

    private readonly Dictionary<string, YamlNode> nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public YamlMap(ContentFile file, YamlNode node)
    {
        File = file;
        Line = (int)node.Start.Line;
        if (node is not YamlMappingNode mapping)
        {
            file.Fault(Line, "Expected keys and values ('key: value') here.");
            return;
        }

        foreach (var (key, value) in mapping.Children)
        {
            nodes[key is YamlScalarNode { Value: { } name } ? name : key.ToString()] = value;
        }
    }

    public ContentFile File { get; }

    public int Line { get; }

    public IReadOnlyCollection<string> Keys => nodes.Keys;

    public bool Has(string key) => nodes.ContainsKey(key);

    public int LineOf(string key) => nodes.TryGetValue(key, out var node) ? (int)node.Start.Line : Line;

    /// <summary>A text that must be there.</summary>
    public string Text(string key, int maxLength)
    {
        if (Find(key) is not { } node)
        {
            File.Fault(Line, $"'{key}' is missing.");
            return "";
        }

        return Scalar(key, node, maxLength);
    }

    public bool Flag(string key)
    {
        if (Find(key) is not { } node)
        {
            return false;
        }

        var text = Scalar(key, node, 5);
        if (text is not ("true" or "false" or ""))
        {
            File.Fault((int)node.Start.Line, $"'{key}' is '{text}': write true or false.");
        }

        return text == "true";
    }

    public Slug Slug(string key)
    {
        var text = Text(key, Domain.Slug.MaxLength);
        if (Domain.Slug.TryParse(text, out var slug))
        {
            return slug;
        }

        if (text.Length > 0)
        {
            File.Fault(LineOf(key), $"'{text}' cannot stand in an address: use lower-case letters a to z, digits and single hyphens.");
        }

        return NoSlug;
    }

    public LanguageTag Language(string key)
    {
        var text = Text(key, LanguageTag.MaxLength);
        if (LanguageTag.TryParse(text, out var tag))
        {
            return tag;
        }

        if (text.Length > 0)
        {
            File.Fault(LineOf(key), $"'{text}' is not a language tag such as 'en' or 'uz-Cyrl'.");
        }

        return NoLanguage;
    }

    /// <summary>A list of languages, each once; none where the key is missing.</summary>
    public ImmutableArray<LanguageTag> Languages(string key, int most)
    {
        var languages = ImmutableArray.CreateBuilder<LanguageTag>();
        foreach (var (text, line) in Texts(key, LanguageTag.MaxLength))
        {
            if (!LanguageTag.TryParse(text, out var tag))
            {
                File.Fault(line, $"'{text}' is not a language tag such as 'en' or 'uz-Cyrl'.");
            }
            else if (languages.Contains(tag))
            {
                File.Fault(line, $"'{text}' stands twice in '{key}'.");
            }
            else
            {
                languages.Add(tag);
            }
        }

        if (languages.Count > most)
        {
            File.Fault(LineOf(key), $"'{key}' has {languages.Count} languages; {most} are allowed.");
        }

        return languages.ToImmutable();
    }

    public T OneOf<T>(string key)
        where T : struct, Enum
    {
        var text = Text(key, 40);
        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToArray();
        if (names.Contains(text))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        if (text.Length > 0)
        {
            File.Fault(LineOf(key), $"'{key}' is '{text}': write one of {string.Join(", ", names)}.");
        }

        return default;
    }

    /// <summary>A text in every language of the file.</summary>
    public LocalisedText Localised(string key, int maxLength)
    {
        var translations = new List<Translation>();
        if (Find(key) is { } node)
        {
            var map = new YamlMap(File, node);
            var originalLanguage = File.Languages.FirstOrDefault(l => l.State == TranslationState.Original).Language;
            var original = originalLanguage is not null && map.Has(originalLanguage.Value) ? map.Text(originalLanguage.Value, maxLength) : "";
            foreach (var (language, state) in File.Languages)
            {
                if (!map.Has(language.Value))
                {
                    File.Fault(map.Line, $"'{key}' is missing in the language '{language}'.");
                    continue;
                }

                var text = map.Text(language.Value, maxLength);
                translations.Add(new Translation(language, text, state, state == TranslationState.Original ? null : Translation.HashOf(original)));
            }

            map.Done();
        }
        else
        {
            File.Fault(Line, $"'{key}' is missing.");
        }

        return new LocalisedText(translations.Count > 0 ? translations : [new Translation(NoLanguage, "", TranslationState.Original, null)]);
    }

    /// <summary>Lists of words per language; no language is owed.</summary>
    public ImmutableArray<SearchWords> SearchWords(string key)
    {
        if (Find(key) is not { } node)
        {
            return [];
        }

        var map = new YamlMap(File, node);
        var words = ImmutableArray.CreateBuilder<SearchWords>();
        foreach (var language in map.Keys)
        {
            if (LanguageTag.TryParse(language, out var tag))
            {
                words.Add(new SearchWords(tag, [.. map.Texts(language, Domain.SearchWords.WordMaxLength).Select(word => word.Text)]));
            }
            else
            {
                File.Fault(map.LineOf(language), $"'{language}' is not a language tag such as 'en'.");
            }
        }

        return words.ToImmutable();
    }

    /// <summary>A list of texts; none where the key is missing.</summary>
    public IReadOnlyList<(string Text, int Line)> Texts(string key, int maxLength) =>
        [.. Items(key).Select(item => (Scalar(key, item, maxLength), (int)item.Start.Line)).Where(item => item.Item1.Length > 0)];

    /// <summary>A list of mappings; none where the key is missing.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) => [.. Items(key).Select(item => new YamlMap(File, item))];

    /// <summary>The mapping under a key; an empty one where it is missing.</summary>
    public YamlMap Map(string key)
    {
        if (Find(key) is { } node)
        {
            return new YamlMap(File, node);
        }

        File.Fault(Line, $"'{key}' is missing.");
        return new YamlMap(File, new YamlMappingNode());
    }

    /// <summary>Call when everything was asked for: a key nobody asked for is a slip of the pen.</summary>
    public void Done()
    {
        foreach (var key in nodes.Keys.Where(key => !asked.Contains(key)))
        {
            File.Fault(LineOf(key), $"'{key}' is not known here; check the spelling.");
        }
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return nodes.GetValueOrDefault(key);
    }

    private IEnumerable<YamlNode> Items(string key)
    {
        if (Find(key) is not { } node)
        {
            return [];
        }

        if (node is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        File.Fault((int)node.Start.Line, $"'{key}' must be a list.");
        return [];
    }

    private string Scalar(string key, YamlNode node, int maxLength)
    {
        var line = (int)node.Start.Line;
        if (node is not YamlScalarNode { Value: { } value })
        {
            File.Fault(line, $"'{key}' must be a text.");
            return "";
        }

        if (value.Trim() is not { Length: > 0 } text)
        {
            File.Fault(line, $"'{key}' is empty.");
            return "";
        }

        if (text.Length > maxLength)
        {
            File.Fault(line, $"'{key}' has {text.Length} characters; {maxLength} are allowed.");
        }

        if (!VisibleText.IsText(text))
        {
            File.Fault(line, $"'{key}' contains a control character, or another that is not seen.");
        }

        return text;
    }
}
