using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>
/// Brings a draft into the form in which it is stored: without white space around texts, with ids that say the truth about
/// what is new, and with the hashes of translations. What does not follow from what is published is left as it was typed.
/// </summary>
/// <param name="published">What the subject says now; null for a new one.</param>
/// <param name="saved">The draft as it was saved last; null for a new one. The draft itself where only ids are to be settled.</param>
/// <param name="countryCode">For numbers without a country code.</param>
/// <param name="originalStepText">For a step's text: <see cref="StepText.Content"/> of the original in its step; null where there is none.</param>
internal sealed class DraftSettling(SubjectDraft? published, SubjectDraft? saved, string countryCode, string? originalStepText)
{
    public SubjectDraft Settle(SubjectDraft draft) => draft switch
    {
        OrganisationDraft organisation => Settle(organisation, saved as OrganisationDraft, published as OrganisationDraft),
        StepTextDraft text => Settle(text),
        AssistanceTypeDraft type => type with
        {
            Slug = type.Slug.Trim(),
            Name = Texts(type.Name, (saved as AssistanceTypeDraft)?.Name, (published as AssistanceTypeDraft)?.Name),
            Need = Texts(type.Need, (saved as AssistanceTypeDraft)?.Need, (published as AssistanceTypeDraft)?.Need),
            SearchWords = Words(type.SearchWords),
        },
        AudienceDraft audience => audience with
        {
            Slug = audience.Slug.Trim(),
            Name = Texts(audience.Name, (saved as AudienceDraft)?.Name, (published as AudienceDraft)?.Name),
            SearchWords = Words(audience.SearchWords),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(draft)),
    };

    private OrganisationDraft Settle(OrganisationDraft draft, OrganisationDraft? last, OrganisationDraft? before) => draft with
    {
        Slug = draft.Slug.Trim(),
        Name = Texts(draft.Name, last?.Name, before?.Name),
        OwnLanguage = draft.OwnLanguage.Trim(),
        AlsoKnownAs = Lines(draft.AlsoKnownAs),
        LanguagesSpoken = [.. Lines(draft.LanguagesSpoken).Distinct()],
        PublicAddress = Texts(draft.PublicAddress, last?.PublicAddress, before?.PublicAddress),
        Places = InOrderOf(draft.Places, before?.Places),
        Services = Services(draft.Services, last?.Services ?? [], before?.Services ?? []),
        Contacts = Contacts(draft.Contacts, before?.Contacts ?? []),
        OpeningHours = draft.OpeningHours is { } hours ? Hours(hours, last?.OpeningHours, before?.OpeningHours) : null,
    };

    private StepTextDraft Settle(StepTextDraft draft)
    {
        var settled = draft with
        {
            Language = draft.Language.Trim(),
            Title = TextDraft.Stored(draft.Title),
            Summary = TextDraft.Stored(draft.Summary),
            ForYou = TextDraft.Stored(draft.ForYou),
            ForWorkers = TextDraft.Stored(draft.ForWorkers),
            NotHere = TextDraft.Stored(draft.NotHere),
        };
        var same = new[] { saved, published }.OfType<StepTextDraft>()
            .FirstOrDefault(old => settled with { OfHash = old.OfHash, SourceId = old.SourceId, State = old.State, IsReviewedNow = false } == old);
        return settled with
        {
            OfHash = HashFor(settled.State, settled.IsReviewedNow, same is null ? null : (same.State, same.OfHash), originalStepText),
            IsReviewedNow = false,
        };
    }

    // A translation somebody wrote, or says is right, is of the original that stood beside it; one that was not touched keeps
    // saying which original it was made from, and so may be outdated.
    private static string? HashFor(TranslationState state, bool isReviewedNow, (TranslationState State, string? OfHash)? same, string? original) =>
        state == TranslationState.Original ? null
        : same is { } old && old.State != TranslationState.Original && !isReviewedNow && (state == old.State || state != TranslationState.Reviewed) ? old.OfHash
        : original is null ? null : Translation.HashOf(original);

    private static ImmutableArray<TextDraft> Texts(ImmutableArray<TextDraft> texts, params ReadOnlySpan<ImmutableArray<TextDraft>?> earlier)
    {
        var lines = texts.Select(text => text with { Language = text.Language.Trim(), Text = TextDraft.Stored(text.Text) }).Where(text => text.Text.Length > 0)
            .OrderBy(text => text.Language, StringComparer.Ordinal).ToList();
        var original = lines.Find(text => text.State == TranslationState.Original)?.Text;
        List<TextDraft> known = [];
        foreach (var before in earlier)
        {
            known.AddRange(before ?? []);
        }

        return [.. lines.Select(text => text with
        {
            OfHash = HashFor(text.State, text.IsReviewedNow, known.Find(old => old.Language == text.Language && old.Text == text.Text) is { } same ? (same.State, same.OfHash) : null, original),
            IsReviewedNow = false,
        })];
    }

    private static ImmutableArray<ServiceDraft> Services(ImmutableArray<ServiceDraft> services, ImmutableArray<ServiceDraft> last, ImmutableArray<ServiceDraft> before)
    {
        HashSet<Guid> taken = [];
        return [.. services.Select(service =>
        {
            var saved = last.FirstOrDefault(candidate => candidate.Id == service.Id);
            var old = before.FirstOrDefault(candidate => candidate.Id == service.Id);
            return service with
            {
                Id = IdFor(service.Id, taken),
                Description = Texts(service.Description, saved?.Description, old?.Description),
                Eligibility = Texts(service.Eligibility, saved?.Eligibility, old?.Eligibility),
                Types = InOrderOf(service.Types, old?.Types),
                Audiences = InOrderOf(service.Audiences, old?.Audiences),
            };
        })];
    }

    // Who is called is what counts, not which id the form sent: a confirmation must not end up on another number.
    private ImmutableArray<ContactDraft> Contacts(ImmutableArray<ContactDraft> contacts, ImmutableArray<ContactDraft> before)
    {
        var taken = before.Select(contact => contact.Id).ToHashSet();
        HashSet<Guid> kept = [];
        return [.. contacts.Where(contact => contact.Value.Trim().Length > 0).Select(contact =>
        {
            var text = contact.Value.Trim();
            var value = ContactValue.Read(contact.Kind, text, countryCode) ?? text;
            var old = before.FirstOrDefault(candidate => candidate.Kind == contact.Kind && candidate.Value == value);
            return new ContactDraft(old is not null && kept.Add(old.Id) ? old.Id : IdFor(contact.Id, taken), contact.Kind, value);
        })];
    }

    private static OpeningHoursDraft Hours(OpeningHoursDraft hours, OpeningHoursDraft? last, OpeningHoursDraft? before) => hours with
    {
        TimeZone = hours.TimeZone.Trim(),
        Week = [.. hours.Week.Select(line => line with { Opens = line.Opens.Trim(), Closes = line.Closes.Trim() }).Where(line => line.Opens.Length + line.Closes.Length > 0)],
        Exceptions = [.. hours.Exceptions.Select(exception => exception with
        {
            From = exception.From.Trim(),
            To = exception.To.Trim().Length == 0 ? exception.From.Trim() : exception.To.Trim(),
            Ranges = [.. exception.Ranges.Select(range => new OpeningRangeDraft(range.Opens.Trim(), range.Closes.Trim())).Where(range => range.Opens.Length + range.Closes.Length > 0)],
            Note = Texts(exception.Note, NoteOf(last, exception), NoteOf(before, exception)),
        })],
    };

    private static ImmutableArray<TextDraft>? NoteOf(OpeningHoursDraft? hours, OpeningExceptionDraft exception) =>
        (hours?.Exceptions.FirstOrDefault(old => old.From == exception.From.Trim())
            // Its day was moved.
            ?? hours?.Exceptions.FirstOrDefault(old => old.Note.Any(text => exception.Note.Any(now => now.Language == text.Language && TextDraft.Stored(now.Text) == text.Text))))?.Note;

    private static ImmutableArray<SearchWordsDraft> Words(ImmutableArray<SearchWordsDraft> lists) =>
        [.. lists.Select(list => new SearchWordsDraft(list.Language.Trim(), Lines(list.Words))).Where(list => !list.Words.IsEmpty)];

    private static ImmutableArray<string> Lines(ImmutableArray<string> lines) => [.. lines.Select(TextDraft.Stored).Where(line => line.Length > 0)];

    // Sets of terms have no order of their own: as before, then what is new, so that a form's order is no difference.
    private static ImmutableArray<Guid> InOrderOf(ImmutableArray<Guid> ids, ImmutableArray<Guid>? before) =>
        [.. (before ?? []).Where(ids.Contains), .. ids.Distinct().Where(id => before?.Contains(id) != true).Order()];

    private static Guid IdFor(Guid wanted, HashSet<Guid> taken)
    {
        var id = wanted == Guid.Empty || taken.Contains(wanted) ? Guid.NewGuid() : wanted;
        taken.Add(id);
        return id;
    }
}
