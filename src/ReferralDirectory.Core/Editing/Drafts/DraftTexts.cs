using System.Collections.Immutable;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>Every text of a draft that the public may come to see or search by, in the order of the page.</summary>
internal static class DraftTexts
{
    /// <returns>
    /// Field, language and text; a list is one field. A service's fields go by its id, so that services may change places. Contacts and
    /// the public address are left out: they are compared as what they are.
    /// </returns>
    public static IEnumerable<(string Field, string Language, string Text)> Of(SubjectDraft draft) => draft switch
    {
        OrganisationDraft organisation => Of(organisation),
        StepTextDraft text => Of(text).Select(part => (part.Field, text.Language, part.Text)),
        AssistanceTypeDraft type => [.. All("Name", type.Name), .. All("Need", type.Need), .. All("SearchWords", type.SearchWords)],
        AudienceDraft audience => [.. All("Name", audience.Name), .. All("SearchWords", audience.SearchWords)],
        _ => throw new ArgumentOutOfRangeException(nameof(draft)),
    };

    /// <summary>Every text that has a state of its own in each language; a step's text has one as a whole.</summary>
    public static IEnumerable<TextDraft> Translated(SubjectDraft draft) => draft switch
    {
        OrganisationDraft organisation =>
        [
            .. organisation.Name,
            .. organisation.PublicAddress,
            .. organisation.Services.SelectMany(service => service.Description.Concat(service.Eligibility)),
            .. organisation.OpeningHours?.Exceptions.SelectMany(exception => exception.Note) ?? [],
        ],
        AssistanceTypeDraft type => type.Name.Concat(type.Need),
        AudienceDraft audience => audience.Name,
        StepTextDraft => [],
        _ => throw new ArgumentOutOfRangeException(nameof(draft)),
    };

    private static IEnumerable<(string, string, string)> Of(OrganisationDraft draft) =>
    [
        .. All("Name", draft.Name),
        .. draft.AlsoKnownAs.Select(name => ("AlsoKnownAs", draft.OwnLanguage, name)),
        .. draft.Services.SelectMany(service => All($"{service.Id}.Description", service.Description).Concat(All($"{service.Id}.Eligibility", service.Eligibility))),
        // Nothing forbids two notes for one day.
        .. draft.OpeningHours?.Exceptions.GroupBy(exception => exception.From).SelectMany(day => day.SelectMany((exception, i) => All($"{day.Key}.{i}.Note", exception.Note))) ?? [],
    ];

    private static IEnumerable<(string Field, string Text)> Of(StepTextDraft text) =>
        [("Title", text.Title), ("Summary", text.Summary), ("ForYou", text.ForYou), ("ForWorkers", text.ForWorkers), ("NotHere", text.NotHere)];

    private static IEnumerable<(string, string, string)> All(string field, ImmutableArray<TextDraft> texts) => texts.Select(text => (field, text.Language, text.Text));

    private static IEnumerable<(string, string, string)> All(string field, ImmutableArray<SearchWordsDraft> lists) =>
        lists.SelectMany(list => list.Words.Select(word => (field, list.Language, word)));
}
