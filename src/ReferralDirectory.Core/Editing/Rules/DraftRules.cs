using System.Collections.Immutable;
using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Rules;

/// <summary>The limits of the entities, said of a draft: what is published is valid.</summary>
internal static class DraftRules
{
    /// <param name="draft">Settled.</param>
    /// <param name="published">What the subject says now; null for a new entry.</param>
    /// <param name="known">What there is.</param>
    public static ImmutableArray<DraftFault> Check(SubjectDraft draft, SubjectDraft? published, KnownTerms known)
    {
        var faults = new FaultList(known);
        switch (draft)
        {
            case OrganisationDraft organisation:
                OrganisationRules.Check(organisation, published as OrganisationDraft, faults);
                break;
            case StepTextDraft text:
                Check(text, published as StepTextDraft, faults);
                break;
            case AssistanceTypeDraft type:
                faults.Slug(type.Slug, (published as AssistanceTypeDraft)?.Slug);
                faults.AddIf(type.Position < 0, "Position", DraftFaultReason.Negative);
                faults.Texts("Name", type.Name, AssistanceType.NameMaxLength);
                faults.Texts("Need", type.Need, AssistanceType.NeedMaxLength);
                faults.SearchWords("SearchWords", type.SearchWords);
                break;
            case AudienceDraft audience:
                faults.Slug(audience.Slug, (published as AudienceDraft)?.Slug);
                faults.AddIf(audience.Position < 0, "Position", DraftFaultReason.Negative);
                faults.Texts("Name", audience.Name, Audience.NameMaxLength);
                faults.SearchWords("SearchWords", audience.SearchWords);
                break;
        }

        return faults.All;
    }

    private static void Check(StepTextDraft draft, StepTextDraft? published, FaultList faults)
    {
        faults.References("StepId", [draft.StepId], faults.Known.Steps);
        faults.References("SourceId", [draft.SourceId], faults.Known.Sources);
        faults.AddIf(published is not null && (draft.StepId, draft.Language) != (published.StepId, published.Language), "Language", DraftFaultReason.Fixed);
        faults.AddIf(!faults.Known.Languages.Contains(draft.Language), "Language", DraftFaultReason.UnknownLanguage);
        faults.AddIf(faults.Known.IsNameTaken, "Language", DraftFaultReason.Taken);
        // A step has one original, which its translations name by hash.
        faults.AddIf((draft.State == TranslationState.Original) != (published?.State == TranslationState.Original), "State", DraftFaultReason.NotOneOriginal);
        faults.Line("Title", draft.Title, StepText.TitleMaxLength);
        faults.Line("Summary", draft.Summary, StepText.SummaryMaxLength);
        Part("ForYou", draft.ForYou, faults);
        Part("ForWorkers", draft.ForWorkers, faults);
        Part("NotHere", draft.NotHere, faults);
    }

    private static void Part(string path, string text, FaultList faults)
    {
        faults.Line(path, text, StepText.PartMaxLength);
        faults.AddIf(text.Split('\n').Any(line => StepFile.IsUnwanted(line) || line.StartsWith("# ", StringComparison.Ordinal)), path, DraftFaultReason.NotPlainMarkdown);
    }
}
