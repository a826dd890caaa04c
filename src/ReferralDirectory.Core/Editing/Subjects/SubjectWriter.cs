using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Subjects;

/// <summary>Makes a subject say what a draft says. The draft has no faults.</summary>
internal static class SubjectWriter
{
    /// <returns>The subject's new version, and what it says now.</returns>
    public static async Task<(Guid Version, SubjectDraft Published)> ApplyAsync(DirectoryDb db, SubjectState state, SubjectDraft draft, bool bringsBack, CancellationToken cancellationToken)
    {
        var version = Guid.NewGuid();
        switch (draft)
        {
            case OrganisationDraft organisation:
                var entry = await OrganisationWriter.ApplyAsync(db, state, organisation, cancellationToken);
                entry.Version = version;
                entry.TakenDown = bringsBack ? null : entry.TakenDown;
                return (version, DraftOf.Organisation(entry));
            case StepTextDraft text:
                var stepText = Apply(db, state, text);
                stepText.Version = version;
                return (version, DraftOf.StepText(stepText));
            case AssistanceTypeDraft term:
                var type = Apply(db, state, term);
                type.Version = version;
                return (version, DraftOf.AssistanceType(type));
            case AudienceDraft term:
                var audience = Apply(db, state, term);
                audience.Version = version;
                return (version, DraftOf.Audience(audience));
            default:
                throw new ArgumentOutOfRangeException(nameof(draft));
        }
    }

    private static StepText Apply(DirectoryDb db, SubjectState state, StepTextDraft draft)
    {
        if (state.Entity is not StepText text)
        {
            text = new StepText
            {
                Id = state.Subject.Id,
                StepId = draft.StepId,
                SourceId = draft.SourceId,
                Language = LanguageTag.Parse(draft.Language),
                State = draft.State,
                Title = draft.Title,
                Summary = draft.Summary,
                ForYou = draft.ForYou,
                ForWorkers = draft.ForWorkers,
                NotHere = draft.NotHere,
            };
            db.Add(text);
        }

        text.SourceId = draft.SourceId;
        text.State = draft.State;
        text.OfHash = draft.OfHash;
        text.Title = draft.Title;
        text.Summary = draft.Summary;
        text.ForYou = draft.ForYou;
        text.ForWorkers = draft.ForWorkers;
        text.NotHere = draft.NotHere;
        return text;
    }

    private static AssistanceType Apply(DirectoryDb db, SubjectState state, AssistanceTypeDraft draft)
    {
        if (state.Entity is not AssistanceType type)
        {
            type = new AssistanceType
            {
                Id = state.Subject.Id,
                Position = draft.Position,
                Slug = Slug.Parse(draft.Slug),
                Name = DraftValues.Text(draft.Name)!,
                Need = DraftValues.Text(draft.Need)!,
                SearchWords = [],
                IsOnHome = draft.IsOnHome,
                IsHotline = false,
            };
            db.Add(type);
        }

        type.Position = draft.Position;
        type.Name = DraftValues.Text(draft.Name)!;
        type.Need = DraftValues.Text(draft.Need)!;
        type.SearchWords = DraftValues.Words(draft.SearchWords);
        type.IsOnHome = draft.IsOnHome;
        return type;
    }

    private static Audience Apply(DirectoryDb db, SubjectState state, AudienceDraft draft)
    {
        if (state.Entity is not Audience audience)
        {
            audience = new Audience
            {
                Id = state.Subject.Id,
                Position = draft.Position,
                Slug = Slug.Parse(draft.Slug),
                Name = DraftValues.Text(draft.Name)!,
                SearchWords = [],
            };
            db.Add(audience);
        }

        audience.Position = draft.Position;
        audience.Name = DraftValues.Text(draft.Name)!;
        audience.SearchWords = DraftValues.Words(draft.SearchWords);
        return audience;
    }
}
