using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Web.Features.Admin.EntryPreviews;

/// <summary>A draft as the public would see it. What is at fault in it is left out: the public would not see it.</summary>
/// <param name="draft">What is shown.</param>
/// <param name="choices">Of its country.</param>
/// <param name="directory">As it is public now.</param>
/// <param name="country">Its country.</param>
/// <param name="countryCode">For numbers without a country's code.</param>
public sealed class PreviewProvider(OrganisationDraft draft, DraftChoices choices, PublishedDirectory directory, PublishedCountry country, string countryCode)
{
    // Where nothing is filled in yet.
    private const string Nothing = "…";

    private static readonly LanguageTag English = LanguageTag.Parse("en");

    /// <param name="id">The organisation's: what is confirmed of it now stays confirmed.</param>
    public Provider Make(Guid id) => new()
    {
        Id = id,
        Slug = Slug.TryParse(draft.Slug, out var slug) ? slug : Slug.Parse("preview"),
        Name = Text(draft.Name) ?? Unwritten,
        OwnLanguage = LanguageTag.TryParse(draft.OwnLanguage, out var own) ? own : English,
        AlsoKnownAs = draft.AlsoKnownAs,
        Source = new PublishedSource(draft.SourceId, choices.Sources.FirstOrDefault(source => source.Id == draft.SourceId)?.Name ?? Unwritten),
        Places = Terms(country.Places, draft.Places),
        LanguagesSpoken = [.. draft.LanguagesSpoken.Select(text => LanguageTag.TryParse(text, out var tag) ? tag : null).OfType<LanguageTag>()],
        PublicAddress = Text(draft.PublicAddress),
        OpeningHours = draft.OpeningHours is { } hours && OpeningHours.IsTimeZone(hours.TimeZone) ? Hours(hours) : null,
        Services = [.. draft.Services.Select(service => new PublishedService(service.Id, Text(service.Description) ?? Unwritten, Terms(directory.AssistanceTypes, service.Types), Terms(directory.Audiences, service.Audiences)) { Eligibility = Text(service.Eligibility) })],
        Contacts = [.. draft.Contacts.Select(contact => Contact(contact, country.Providers.FirstOrDefault(provider => provider.Id == id))).OfType<PublishedContact>()],
    };

    private static LocalisedText Unwritten => new([new Translation(English, Nothing, TranslationState.Original, null)]);

    private PublishedContact? Contact(ContactDraft contact, Provider? now)
    {
        if (ContactValue.Read(contact.Kind, contact.Value, countryCode) is not { } value)
        {
            return null;
        }

        var confirmed = now?.Contacts.FirstOrDefault(old => old.Kind == contact.Kind && old.Value == value)?.Confirmed;
        return new PublishedContact(contact.Id, contact.Kind, value, contact.Kind is ContactKind.Phone or ContactKind.Hotline ? PhoneNumber.FromE164(value) : null, confirmed);
    }

    private static ImmutableArray<PublishedTerm> Terms(IEnumerable<PublishedTerm> all, ImmutableArray<Guid> ids) => [.. all.Where(term => ids.Contains(term.Id))];

    private static LocalisedText? Text(ImmutableArray<TextDraft> texts)
    {
        var usable = texts.Where(text => text.Text.Length > 0 && LanguageTag.TryParse(text.Language, out _)).DistinctBy(text => text.Language).ToList();
        return usable.Count == 0 ? null : new LocalisedText(usable.Select(text => new Translation(LanguageTag.Parse(text.Language), text.Text, text.State, text.OfHash)));
    }

    private static OpeningHours Hours(OpeningHoursDraft hours) => new(
        hours.TimeZone,
        hours.IsByAppointment,
        [.. hours.Week.SelectMany(line => Range(line.Opens, line.Closes).Select(range => new WeeklyOpening(line.Day, range)))],
        [.. hours.Exceptions.SelectMany(Exception)]);

    private static IEnumerable<OpeningException> Exception(OpeningExceptionDraft exception) =>
        Day(exception.From) is { } from && Day(exception.To) is { } to && to >= from
            ? [new OpeningException(from, to, [.. exception.Ranges.SelectMany(range => Range(range.Opens, range.Closes))], Text(exception.Note))]
            : [];

    private static IEnumerable<OpeningRange> Range(string opens, string closes) => OpeningRange.TryParse(opens, closes, out var range) ? [range] : [];

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, OpeningException.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
