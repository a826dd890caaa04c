namespace ReferralDirectory.Core.Domain;

/// <summary>What a step's page says in one language. The parts are Markdown without HTML, links or headings.</summary>
public sealed class StepText
{
    /// <summary>Characters <see cref="Title"/> may have.</summary>
    public const int TitleMaxLength = 40;

    /// <summary>Characters <see cref="Summary"/> may have.</summary>
    public const int SummaryMaxLength = 160;

    /// <summary>Characters each of the three parts may have.</summary>
    public const int PartMaxLength = 6000;

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The step.</summary>
    public required Guid StepId { get; init; }

    /// <summary>Where the facts come from.</summary>
    public required Guid SourceId { get; set; }

    /// <summary>The language; each once in a step.</summary>
    public required LanguageTag Language { get; init; }

    /// <summary>Original, or translation reviewed or not.</summary>
    public required TranslationState State { get; set; }

    /// <summary>For a translation: <see cref="Translation.HashOf"/> the <see cref="Content"/> of the original it was made from.</summary>
    public string? OfHash { get; set; }

    /// <summary>The step's name, neutral: it stands in tabs and history lists.</summary>
    public required string Title { get; set; }

    /// <summary>One neutral sentence.</summary>
    public required string Summary { get; set; }

    /// <summary>For a person in trouble: short sentences.</summary>
    public required string ForYou { get; set; }

    /// <summary>For a worker: every fact of the source.</summary>
    public required string ForWorkers { get; set; }

    /// <summary>What does not exist in this country at this step.</summary>
    public required string NotHere { get; set; }

    /// <summary>A new one with each change, set by the program; empty until the first.</summary>
    public Guid Version { get; set; }

    /// <summary>The id that a step's text in a language has, whoever writes it: two who begin the same translation write of one thing.</summary>
    public static Guid IdOf(Slug country, StepKey step, LanguageTag language) => StableId.Of("step-text", country.Value, step.Slug(), language.Value);

    /// <summary>The whole text as one, for hashing.</summary>
    public string Content => string.Join('\n', Title, Summary, ForYou, ForWorkers, NotHere);
}
