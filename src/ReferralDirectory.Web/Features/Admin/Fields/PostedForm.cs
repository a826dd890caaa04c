using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>What somebody filled in, by the names of the fields.</summary>
public sealed class PostedForm(IFormCollection form)
{
    /// <summary>What somebody filled in before they had to sign in again; null where nothing came back.</summary>
    public static PostedForm? BroughtBack(ModelStateDictionary state, string name) => state[name]?.RawValue is null ? null
        : new PostedForm(new FormCollection(state.Where(field => field.Value?.RawValue is not null).ToDictionary(field => field.Key, field => Values(field.Value!.RawValue!))));

    /// <summary>Every field that was posted.</summary>
    public IEnumerable<string> Names => form.Keys;

    /// <summary>Empty where it was not posted.</summary>
    public string Text(string name) => form[name].FirstOrDefault() ?? "";

    public bool Has(string name) => form.ContainsKey(name);

    /// <summary>Every answer to a question with several.</summary>
    public IReadOnlyList<string> All(string name) => [.. form[name].OfType<string>()];

    /// <summary>Answers that are ids; others were not offered and are left out.</summary>
    public ImmutableArray<Guid> Ids(string name) => [.. All(name).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    public Guid Id(string name) => Guid.TryParse(Text(name), out var id) ? id : Guid.Empty;

    /// <summary>The lines of a text area.</summary>
    public ImmutableArray<string> Lines(string name) => [.. Text(name).ReplaceLineEndings("\n").Split('\n')];

    /// <summary>The answers of a <see cref="LocalisedField"/>. Languages that the form does not have stay as they were.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="languages">Of the site.</param>
    /// <param name="before">What the draft said.</param>
    /// <param name="ownLanguage">The original of a text that had none before, if it is given.</param>
    public ImmutableArray<TextDraft> Texts(string name, IEnumerable<Language> languages, ImmutableArray<TextDraft> before, string ownLanguage)
    {
        var typed = languages.Select(language => language.Tag.Value).Where(tag => Has(LanguageText.PathOf(name, tag)))
            .Select(tag => (Language: tag, Text: Text(LanguageText.PathOf(name, tag)))).ToList();
        var kept = before.Where(text => typed.TrueForAll(answer => answer.Language != text.Language)).ToList();
        var given = typed.Where(answer => answer.Text.Trim().Length > 0).ToList();
        var original = before.FirstOrDefault(text => text.State == TranslationState.Original)?.Language;
        if (!kept.Exists(text => text.Language == original) && !given.Exists(answer => answer.Language == original))
        {
            original = given.Exists(answer => answer.Language == ownLanguage) ? ownLanguage : given.Select(answer => answer.Language).FirstOrDefault();
        }

        var originals = given.Where(answer => answer.Language == original).Select(answer => answer.Text).Concat(before.Where(text => text.Language == original).Select(text => text.Text)).ToList();
        return [.. kept, .. given.Select(answer => Read(answer.Language, answer.Text, before.FirstOrDefault(text => text.Language == answer.Language)))];

        TextDraft Read(string language, string text, TextDraft? last)
        {
            var path = LanguageText.PathOf(name, language);
            var isRightNow = Has(LanguageText.CheckedAgainNameOf(path));
            // A form asks about an outdated text whether it is right now; no answer leaves it as it is.
            var state = language == original ? TranslationState.Original
                : isRightNow || Has(LanguageText.CheckedNameOf(path)) ? TranslationState.Reviewed
                : last is not null && IsSame(text, last.Text) && originals.Exists(of => Translation.IsOutdated(last.State, last.OfHash, TextDraft.Stored(of))) ? last.State
                : TranslationState.Unreviewed;
            return new TextDraft(language, text, state, last is not null && IsSame(text, last.Text) ? last.OfHash : null) { IsReviewedNow = isRightNow };
        }
    }

    /// <summary>Whether what was typed is stored as what was there before.</summary>
    public static bool IsSame(string typed, string before) => TextDraft.Stored(typed) == before;

    private static StringValues Values(object raw) => raw switch
    {
        string[] several => several,
        StringValues several => several,
        _ => raw.ToString(),
    };
}
