using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;

namespace ReferralDirectory.Web.Features.Admin.Terms;

/// <summary>What is posted with a term.</summary>
public static class TermForm
{
    /// <summary>The button that saves it and stays.</summary>
    public const string Save = "save";

    /// <summary>The button that shows it, and saves nothing.</summary>
    public const string Preview = "preview";

    /// <summary>The button that saves it and goes on.</summary>
    public const string Check = "check";

    /// <summary>The name of the field with the words of a language; also the path of its faults.</summary>
    public static string WordsIn(string language) => $"SearchWords[{language}]";

    /// <param name="form">As posted.</param>
    /// <param name="before">What stays as it is.</param>
    /// <param name="languages">Of the site.</param>
    public static SubjectDraft Read(PostedForm form, SubjectDraft before, ImmutableArray<Language> languages)
    {
        var own = languages[0].Tag.Value;
        return before switch
        {
            AssistanceTypeDraft type => type with
            {
                Slug = SlugOf(form, type.Slug),
                Position = PositionOf(form),
                Name = form.Texts("Name", languages, type.Name, own),
                Need = form.Texts("Need", languages, type.Need, own),
                SearchWords = Words(form, languages, type.SearchWords),
                IsOnHome = form.Has("IsOnHome"),
            },
            AudienceDraft audience => audience with
            {
                Slug = SlugOf(form, audience.Slug),
                Position = PositionOf(form),
                Name = form.Texts("Name", languages, audience.Name, own),
                SearchWords = Words(form, languages, audience.SearchWords),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(before)),
        };
    }

    /// <summary>What was typed for a position and is none: a draft has no place for it. Empty where it has.</summary>
    public static string NoPosition(PostedForm? form) => form is not null && PositionOf(form) < 0 ? form.Text("Position").Trim() : "";

    private static string SlugOf(PostedForm form, string before) => form.Has("Slug") ? form.Text("Slug") : before;

    // People count from 1. What is no number is said to be wrong as one below zero is.
    private static int PositionOf(PostedForm form) =>
        int.TryParse(form.Text("Position").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position - 1 : -1;

    private static ImmutableArray<SearchWordsDraft> Words(PostedForm form, ImmutableArray<Language> languages, ImmutableArray<SearchWordsDraft> before) =>
    [
        .. before.Where(list => !form.Has(WordsIn(list.Language))),
        .. languages.Select(language => language.Tag.Value).Where(tag => form.Has(WordsIn(tag))).Select(tag => new SearchWordsDraft(tag, form.Lines(WordsIn(tag)))),
    ];
}
