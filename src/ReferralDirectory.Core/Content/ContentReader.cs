using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReferralDirectory.Core.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReferralDirectory.Core.Content;

/// <summary>Reads a content folder (<c>data/</c>) and checks all of it; writes nothing.</summary>
public sealed partial class ContentReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string folder;
    private readonly List<ContentFault> faults = [];

    private readonly TimeProvider time;

    private ContentReader(string folder, TimeProvider time)
    {
        this.folder = folder;
        this.time = time;
    }

    /// <param name="folder">The folder with <c>languages.yaml</c> and a folder per country.</param>
    /// <param name="time">Says what lies in the future; the system's where it is left out.</param>
    /// <exception cref="ContentFaultException">Anything is wrong; names every fault with file and line.</exception>
    public static ContentSet Read(string folder, TimeProvider? time = null)
    {
        var reader = new ContentReader(folder, time ?? TimeProvider.System);
        var content = reader.ReadAll();
        return reader.faults.Count == 0 ? content : throw new ContentFaultException(reader.faults);
    }

    private ContentSet ReadAll()
    {
        var languages = Open("languages.yaml") is { } languagesFile ? LanguagesFile.Read(languagesFile) : [];
        if (languages.IsEmpty && faults.Count == 0)
        {
            faults.Add(new ContentFault("languages.yaml", 0, "At least one language is needed; nothing else was checked."));
        }

        if (faults.Count > 0)
        {
            // With a wrong language every text would be reported; the cause would be lost among them.
            return new ContentSet([], [], [], []);
        }

        var tags = languages.Select(language => language.Tag).ToImmutableArray();
        var types = Open("assistance-types.yaml") is { } typesFile ? TaxonomyFiles.ReadAssistanceTypes(typesFile, tags) : [];
        var audiences = Open("audiences.yaml") is { } audiencesFile ? TaxonomyFiles.ReadAudiences(audiencesFile, tags) : [];
        if (types.Count(type => type.IsHotline) != 1 && !types.IsEmpty)
        {
            faults.Add(new ContentFault("assistance-types.yaml", 0, "Exactly one type has 'hotline: true': the home page lists its providers first."));
        }

        var taxonomy = new Taxonomy(types, audiences);
        var countries = Directory.Exists(folder)
            ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(path => ReadCountry(Path.GetFileName(path), tags, taxonomy))
            : [];
        var content = new ContentSet(languages, types, audiences, [.. countries.OfType<Country>()]);
        if (content.Countries.IsEmpty)
        {
            faults.Add(new ContentFault("", 0, "There is no country: add a folder with a country.yaml."));
        }

        return content;
    }

    private Country? ReadCountry(string name, ImmutableArray<LanguageTag> languages, Taxonomy taxonomy)
    {
        if (Open($"{name}/country.yaml") is not { } countryFile)
        {
            return null;
        }

        var country = CountryFile.Read(countryFile, name, languages, taxonomy);
        foreach (var step in country.Steps)
        {
            ReadStep(name, country, step, languages);
        }

        var steps = country.Steps.SelectMany(step => languages.Select(language => $"{name}/steps/{StepFile.NameOf(step.Key, language)}"));
        ReportStrangers(Files($"{name}/steps").Except(steps));

        if (!Directory.Exists(Path.Combine(folder, name, "organisations")))
        {
            faults.Add(new ContentFault($"{name}/organisations", 0, "The folder is missing."));
        }

        var organisations = Files($"{name}/organisations").ToLookup(path => path.EndsWith(".yaml", StringComparison.Ordinal));
        foreach (var file in organisations[true].Select(Open).OfType<YamlMap>())
        {
            country.Organisations.Add(OrganisationFile.Read(file, country, languages, taxonomy));
        }

        ReportStrangers(organisations[false]);
        return country;
    }

    private void ReadStep(string countryFolder, Country country, Step step, ImmutableArray<LanguageTag> languages)
    {
        foreach (var language in languages)
        {
            var path = $"{countryFolder}/steps/{StepFile.NameOf(step.Key, language)}";
            var file = new ContentFile(path, faults, time.GetUtcNow().UtcDateTime);
            if (ReadText(path) is { } text && StepFile.Read(file, text, country, step, language) is { } stepText)
            {
                step.Texts.Add(stepText);
            }
        }

        if (step.Texts.Count(text => text.State == TranslationState.Original) is var originals && originals != 1 && step.Texts.Count == languages.Length)
        {
            faults.Add(new ContentFault($"{countryFolder}/steps/{StepFile.NameOf(step.Key, languages[0])}", 1, $"The step '{step.Key.Slug()}' has {originals} files with 'translation: original'; exactly one is needed."));
        }

        if (step.Texts.Find(text => text.State == TranslationState.Original) is { } original)
        {
            foreach (var translation in step.Texts.Where(text => text != original))
            {
                translation.OfHash = Translation.HashOf(original.Content);
            }
        }
    }

    private void ReportStrangers(IEnumerable<string> paths) =>
        faults.AddRange(paths.Select(path => new ContentFault(path, 0, "No file of this name is expected here; check the name.")));

    private IEnumerable<string> Files(string subfolder) =>
        Directory.Exists(Path.Combine(folder, subfolder))
            ? Directory.GetFiles(Path.Combine(folder, subfolder)).Select(path => $"{subfolder}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal)
            : [];

    private YamlMap? Open(string path)
    {
        var file = new ContentFile(path, faults, time.GetUtcNow().UtcDateTime);
        return ReadText(path) is { } text ? Parse(file, text, firstLine: 1) : null;
    }

    /// <param name="file">Where faults go.</param>
    /// <param name="text">YAML.</param>
    /// <param name="firstLine">The line of the file at which <paramref name="text"/> starts.</param>
    internal static YamlMap? Parse(ContentFile file, string text, int firstLine)
    {
        if (TabInFront().Match(text) is { Success: true } tab)
        {
            // The parser would name the line where the mapping began.
            file.Fault(firstLine + text.AsSpan(0, tab.Index).Count('\n'), "A tab stands at the start of this line; indent with spaces.");
            return null;
        }

        // Empty lines in front keep line numbers true for text from the middle of a file.
        var parser = new Parser(new StringReader(new string('\n', firstLine - 1) + text));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents.Count == 1)
            {
                return new YamlMap(file, stream.Documents[0].RootNode);
            }

            file.Fault(firstLine, "The file is empty or holds more than one document.");
        }
        catch (YamlException problem)
        {
            file.Fault((int)problem.Start.Line, $"This is not valid YAML: {problem.Message}");
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's answer to some brackets that are never closed; it says no more than how far it came.
            file.Fault((int)(parser.Current?.End.Line ?? firstLine), "This is not valid YAML: is a bracket or a quotation mark not closed?");
        }

        return null;
    }

    [GeneratedRegex(@"^ *\t", RegexOptions.Multiline)]
    private static partial Regex TabInFront();

    private string? ReadText(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, path), StrictUtf8).ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new ContentFault(path, 0, "The file is not UTF-8; save it again in that encoding."));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add(new ContentFault(path, 0, "The file is missing."));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            faults.Add(new ContentFault(path, 0, "The file cannot be read; check who may read it."));
        }

        return null;
    }
}
