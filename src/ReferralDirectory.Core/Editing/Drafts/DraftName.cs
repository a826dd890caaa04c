using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>What a draft calls its subject.</summary>
internal static class DraftName
{
    /// <summary>In every language that it is written in; null where it has no name yet.</summary>
    public static LocalisedText? Of(SubjectDraft draft) => draft switch
    {
        OrganisationDraft organisation => Of(organisation.Name),
        StepTextDraft text => Of([new TextDraft(text.Language, text.Title, text.State)]),
        AssistanceTypeDraft type => Of(type.Name),
        AudienceDraft audience => Of(audience.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(draft)),
    };

    // A draft may have languages that are none.
    private static LocalisedText? Of(ImmutableArray<TextDraft> names)
    {
        var readable = names.Where(name => LanguageTag.TryParse(name.Language, out _)).DistinctBy(name => name.Language).ToList();
        return readable.Count == 0 ? null : new LocalisedText(readable.Select(name => new Translation(LanguageTag.Parse(name.Language), name.Text, name.State, name.OfHash)));
    }
}
