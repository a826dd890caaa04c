using System.Collections.Immutable;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>Every text of a draft that the public may come to see or search by, in the order of the page.</summary>
internal static class DraftTexts
{
    /// <returns>Language and text. Contacts and the public address are left out: they are compared as what they are.</returns>
    public static IEnumerable<(string Language, string Text)> Of(SubjectDraft draft) => draft switch
    {
        OrganisationDraft organisation => Of(organisation),
        StepTextDraft text => new[] { text.Title, text.Summary, text.ForYou, text.ForWorkers, text.NotHere }.Select(part => (text.Language, part)),
        AssistanceTypeDraft type => [.. All(type.Name), .. All(type.Need), .. All(type.SearchWords)],
        AudienceDraft audience => [.. All(audience.Name), .. All(audience.SearchWords)],
        _ => throw new ArgumentOutOfRangeException(nameof(draft)),
    };

    private static IEnumerable<(string Language, string Text)> Of(OrganisationDraft draft) =>
    [
        .. All(draft.Name),
        .. draft.AlsoKnownAs.Select(name => (draft.OwnLanguage, name)),
        .. draft.Services.SelectMany(service => All(service.Description).Concat(All(service.Eligibility))),
        .. draft.OpeningHours?.Exceptions.SelectMany(exception => All(exception.Note)) ?? [],
    ];

    private static IEnumerable<(string Language, string Text)> All(ImmutableArray<TextDraft> texts) => texts.Select(text => (text.Language, text.Text));

    private static IEnumerable<(string Language, string Text)> All(ImmutableArray<SearchWordsDraft> lists) =>
        lists.SelectMany(list => list.Words.Select(word => (list.Language, word)));
}
