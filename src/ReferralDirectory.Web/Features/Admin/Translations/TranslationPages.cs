using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Translations;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Translations;

/// <summary>Reads what the list of translations shows.</summary>
public sealed class TranslationPages(TranslationOverview overview, Reader reader, Texts texts)
{
    /// <summary>Subjects on a page.</summary>
    public const int PageSize = 50;

    private static readonly TextTranslationState[] Wanting = [TextTranslationState.Missing, TextTranslationState.Outdated, TextTranslationState.Unreviewed];

    /// <returns>Null where the site does not have that language.</returns>
    public TranslationsPage? Find(Actor actor, TranslationsInput input)
    {
        var all = overview.For(actor, reader.Directory).ToList();
        if (input.Language is not null && reader.Directory.FindLanguage(input.Language) is null)
        {
            return null;
        }

        var ofLanguage = input.Language is null ? all : all.FindAll(entry => entry.Language.Value == input.Language);
        var states = input.Show is { } state ? [state] : Wanting;
        // The most urgent first, as the states are.
        var shown = ofLanguage.FindAll(entry => entry.Texts.Any(text => states.Contains(text.State))).OrderBy(entry => states.First(state => entry.Count(state) > 0)).ToList();
        // What is mended leaves the list: the page one came from may be gone with it.
        var page = Pagination.Nearest(shown.Count, PageSize, input.Page);
        return new TranslationsPage
        {
            Title = texts["Admin.Translations.Title"],
            States = [Filter(ofLanguage, null, input), .. Enum.GetValues<TextTranslationState>().Select(state => Filter(ofLanguage, state, input))],
            Languages = Languages(all, input),
            Lines = [.. shown.Skip((page - 1) * PageSize).Take(PageSize).Select(entry => Line(entry, states, actor))],
            Pages = Pagination.For(shown.Count, PageSize, page, other => TranslationLinks.Of(input.Show, input.Language, other))!,
        };
    }

    /// <summary>How many public texts want something, for the overview; empty where none does.</summary>
    public IReadOnlyList<FilterLink> Summary(Actor actor)
    {
        var all = overview.For(actor, reader.Directory).ToList();
        return [.. Wanting.Select(state => Filter(all, state, new TranslationsInput())).Where(filter => filter.Count > 0)];
    }

    private FilterLink Filter(List<SubjectTranslation> entries, TextTranslationState? state, TranslationsInput input) => new(
        texts[$"Admin.Translations.Filter.{state?.ToString() ?? "All"}"],
        entries.Sum(entry => state is { } one ? entry.Count(one) : Wanting.Sum(entry.Count)),
        TranslationLinks.Of(state, input.Language),
        state == input.Show);

    private List<FilterLink> Languages(List<SubjectTranslation> all, TranslationsInput input)
    {
        if (all.Select(entry => entry.Language).Distinct().Count() < 2)
        {
            return [];
        }

        var offered = reader.Directory.Languages.Select(language => (language.Name, language.Tag, Count: all.Where(entry => entry.Language == language.Tag).Sum(entry => Wanting.Sum(entry.Count)))).ToList();
        return
        [
            new(texts["Admin.Translations.AllLanguages"], offered.Sum(language => language.Count), TranslationLinks.Of(input.Show, null), input.Language is null),
            .. offered.Select(language => new FilterLink(language.Name, language.Count, TranslationLinks.Of(input.Show, language.Tag.Value), language.Tag.Value == input.Language, language.Tag.Value)),
        ];
    }

    private TranslationsPage.Line Line(SubjectTranslation entry, TextTranslationState[] states, Actor actor) => new(
        reader.Show(entry.Name),
        texts["Admin.Translations.What", texts[$"Admin.Kind.{entry.Subject.Kind}"], reader.Directory.FindLanguage(entry.Language.Value)!.Name],
        [.. states.Where(state => entry.Count(state) > 0).Select(state => InWords(entry, state))],
        entry.MayEdit(actor) ? TranslationLinks.Mend(entry.Subject, entry.Language) : null);

    // Two services have two descriptions: they are counted.
    private string InWords(SubjectTranslation entry, TextTranslationState state)
    {
        var fields = entry.Texts.Where(text => text.State == state && text.Field.Length > 0).GroupBy(text => text.Field)
            .Select(field => field.Count() == 1 ? texts[$"Admin.FieldName.{field.Key}"] : texts["Admin.Translations.Several", texts[$"Admin.FieldName.{field.Key}"], field.Count()]).ToList();
        var name = texts[$"Admin.Translations.Is.{state}"];
        return fields.Count == 0 ? name : texts["Admin.Translations.Texts", name, string.Join(", ", fields)];
    }
}
