using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;

namespace ReferralDirectory.Core.Translations;

/// <summary>How the public texts of one subject stand in one language.</summary>
/// <param name="Subject">Whose. A step's text has an id in each language, also where it is missing.</param>
/// <param name="CountryId">Null for what belongs to no country.</param>
/// <param name="Name">The subject's.</param>
/// <param name="Language">One of the site's.</param>
/// <param name="Texts">Those whose original is in another language: the field, named as a <see cref="Editing.Differences.FieldDifference"/> names it, and the state. At least one.</param>
public sealed record SubjectTranslation(Subject Subject, Guid? CountryId, LocalisedText Name, LanguageTag Language, ImmutableArray<(string Field, TextTranslationState State)> Texts)
{
    /// <summary>Of the texts.</summary>
    public int Count(TextTranslationState state) => Texts.Count(text => text.State == state);

    /// <summary>True where the actor may mend it; others only see that it is so.</summary>
    public bool MayEdit(Actor actor) => actor.MayEdit(Subject, CountryId);
}
