using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;

namespace ReferralDirectory.Core.Editing.Subjects;

/// <summary>Reads subjects, and what their drafts may refer to.</summary>
internal static class SubjectReader
{
    /// <summary>Null where there is none of that kind and id.</summary>
    public static async Task<SubjectState?> FindAsync(DirectoryDb db, Subject subject, CancellationToken cancellationToken)
    {
        switch (subject.Kind)
        {
            case SubjectKind.Organisation:
                return await db.Organisations.Include(o => o.Places).Include(o => o.Contacts).ThenInclude(contact => contact.Confirmations)
                    .Include(o => o.Services).ThenInclude(service => service.AssistanceTypes)
                    .Include(o => o.Services).ThenInclude(service => service.Audiences)
                    .SingleOrDefaultAsync(o => o.Id == subject.Id, cancellationToken) is { } organisation
                    ? new SubjectState(subject, organisation.CountryId, organisation, DraftOf.Organisation(organisation), organisation.Version, organisation.TakenDown is not null)
                    : null;
            case SubjectKind.StepText:
                return await db.StepTexts.SingleOrDefaultAsync(text => text.Id == subject.Id, cancellationToken) is { } stepText
                    ? new SubjectState(subject, await CountryOfStepAsync(db, stepText.StepId, cancellationToken), stepText, DraftOf.StepText(stepText), stepText.Version, false)
                    : null;
            case SubjectKind.AssistanceType:
                return await db.AssistanceTypes.SingleOrDefaultAsync(type => type.Id == subject.Id, cancellationToken) is { } type
                    ? new SubjectState(subject, null, type, DraftOf.AssistanceType(type), type.Version, false)
                    : null;
            case SubjectKind.Audience:
                return await db.Audiences.SingleOrDefaultAsync(audience => audience.Id == subject.Id, cancellationToken) is { } audience
                    ? new SubjectState(subject, null, audience, DraftOf.Audience(audience), audience.Version, false)
                    : null;
            default:
                throw new ArgumentOutOfRangeException(nameof(subject));
        }
    }

    public static async Task<Guid?> CountryOfStepAsync(DirectoryDb db, Guid stepId, CancellationToken cancellationToken) =>
        await db.Steps.Where(step => step.Id == stepId).Select(step => (Guid?)step.CountryId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Types of lines that pages show on top.</summary>
    public static Task<List<Guid>> HotlineTypesAsync(DirectoryDb db, CancellationToken cancellationToken) =>
        db.AssistanceTypes.Where(type => type.IsHotline).Select(type => type.Id).ToListAsync(cancellationToken);

    /// <summary>The id of a subject that is not there yet.</summary>
    public static async Task<Guid> NewIdAsync(DirectoryDb db, SubjectDraft draft, CancellationToken cancellationToken) =>
        draft is StepTextDraft { StepId: var id } text && LanguageTag.TryParse(text.Language.Trim(), out var language)
        && await db.Steps.Where(step => step.Id == id).Join(db.Countries, step => step.CountryId, country => country.Id, (step, country) => new { step.Key, country.Slug }).SingleOrDefaultAsync(cancellationToken) is { } place
            ? StepText.IdOf(place.Slug, place.Key, language)
            : Guid.NewGuid();

    public static async Task<KnownTerms> KnownAsync(DirectoryDb db, SubjectState state, SubjectDraft draft, CancellationToken cancellationToken)
    {
        var country = state.CountryId;
        return new KnownTerms
        {
            CountryCode = await db.Countries.Where(c => c.Id == country).Select(c => c.Code).SingleOrDefaultAsync(cancellationToken) ?? "",
            Languages = [.. (await db.Languages.Select(language => language.Tag).ToListAsync(cancellationToken)).Select(tag => tag.Value)],
            Sources = [.. await db.Sources.Where(source => source.CountryId == country).Select(source => source.Id).ToListAsync(cancellationToken)],
            Places = [.. await db.Places.Where(place => place.CountryId == country).Select(place => place.Id).ToListAsync(cancellationToken)],
            AssistanceTypes = [.. await db.AssistanceTypes.Select(type => type.Id).ToListAsync(cancellationToken)],
            Audiences = [.. await db.Audiences.Select(audience => audience.Id).ToListAsync(cancellationToken)],
            Steps = [.. await db.Steps.Where(step => step.CountryId == country).Select(step => step.Id).ToListAsync(cancellationToken)],
            IsNameTaken = await IsNameTakenAsync(db, state, draft, cancellationToken),
            TakenNames = draft is OrganisationDraft organisation && country is { } id
                ? await NameRegister.TakenAsync(db, id, state.Subject.Id, organisation, state.Published as OrganisationDraft, cancellationToken)
                : TakenNames.None,
        };
    }

    /// <summary>For a translation of a step: what its original says.</summary>
    public static async Task<string?> OriginalOfStepAsync(DirectoryDb db, SubjectDraft draft, CancellationToken cancellationToken) =>
        draft is StepTextDraft { StepId: var step }
            ? (await db.StepTexts.AsNoTracking().FirstOrDefaultAsync(text => text.StepId == step && text.State == TranslationState.Original, cancellationToken))?.Content
            : null;

    private static async Task<bool> IsNameTakenAsync(DirectoryDb db, SubjectState state, SubjectDraft draft, CancellationToken cancellationToken)
    {
        var id = state.Subject.Id;
        return draft switch
        {
            OrganisationDraft organisation => Slug.TryParse(organisation.Slug.Trim(), out var slug) && await db.Organisations.AnyAsync(o => o.CountryId == state.CountryId && o.Slug == slug && o.Id != id, cancellationToken),
            AssistanceTypeDraft type => Slug.TryParse(type.Slug.Trim(), out var slug) && await db.AssistanceTypes.AnyAsync(other => other.Slug == slug && other.Id != id, cancellationToken),
            AudienceDraft audience => Slug.TryParse(audience.Slug.Trim(), out var slug) && await db.Audiences.AnyAsync(other => other.Slug == slug && other.Id != id, cancellationToken),
            StepTextDraft text => LanguageTag.TryParse(text.Language.Trim(), out var language) && await db.StepTexts.AnyAsync(other => other.StepId == text.StepId && other.Language == language && other.Id != id, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(draft)),
        };
    }
}
