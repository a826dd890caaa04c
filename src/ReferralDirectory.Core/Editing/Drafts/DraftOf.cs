using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>What entities say, as drafts; each with everything that belongs to it loaded.</summary>
internal static class DraftOf
{
    public static OrganisationDraft Organisation(Organisation organisation) => new()
    {
        Slug = organisation.Slug.Value,
        SourceId = organisation.SourceId,
        Name = Texts(organisation.Name),
        OwnLanguage = organisation.OwnLanguage.Value,
        AlsoKnownAs = organisation.AlsoKnownAs,
        LanguagesSpoken = [.. organisation.LanguagesSpoken.Select(tag => tag.Value)],
        PublicAddress = Texts(organisation.PublicAddress),
        Places = [.. organisation.Places.OrderBy(place => place.Position).Select(place => place.Id)],
        Services = [.. organisation.Services.OrderBy(service => service.Position).Select(Service)],
        Contacts = [.. organisation.Contacts.OrderBy(contact => contact.Position).Select(contact => new ContactDraft(contact.Id, contact.Kind, contact.Value))],
        OpeningHours = organisation.OpeningHours is { } hours ? Hours(hours) : null,
    };

    public static StepTextDraft StepText(StepText text) => new()
    {
        StepId = text.StepId,
        Language = text.Language.Value,
        State = text.State,
        OfHash = text.OfHash,
        SourceId = text.SourceId,
        Title = text.Title,
        Summary = text.Summary,
        ForYou = text.ForYou,
        ForWorkers = text.ForWorkers,
        NotHere = text.NotHere,
    };

    public static AssistanceTypeDraft AssistanceType(AssistanceType type) => new()
    {
        Slug = type.Slug.Value,
        Position = type.Position,
        Name = Texts(type.Name),
        Need = Texts(type.Need),
        SearchWords = Words(type.SearchWords),
        IsOnHome = type.IsOnHome,
    };

    public static AudienceDraft Audience(Audience audience) => new()
    {
        Slug = audience.Slug.Value,
        Position = audience.Position,
        Name = Texts(audience.Name),
        SearchWords = Words(audience.SearchWords),
    };

    private static ServiceDraft Service(Service service) => new()
    {
        Id = service.Id,
        Description = Texts(service.Description),
        Eligibility = Texts(service.Eligibility),
        Types = [.. service.AssistanceTypes.OrderBy(type => type.Position).Select(type => type.Id)],
        Audiences = [.. service.Audiences.OrderBy(audience => audience.Position).Select(audience => audience.Id)],
    };

    private static OpeningHoursDraft Hours(OpeningHours hours) => new()
    {
        TimeZone = hours.TimeZone,
        IsByAppointment = hours.IsByAppointment,
        Week = [.. hours.Week.Select(opening => new WeeklyOpeningDraft(opening.Day, OpeningRange.Write(opening.Range.Opens), OpeningRange.Write(opening.Range.Closes)))],
        Exceptions = [.. hours.Exceptions.Select(exception => new OpeningExceptionDraft
        {
            From = exception.From.ToString(OpeningException.DayFormat, CultureInfo.InvariantCulture),
            To = exception.To.ToString(OpeningException.DayFormat, CultureInfo.InvariantCulture),
            Ranges = [.. exception.Ranges.Select(range => new OpeningRangeDraft(OpeningRange.Write(range.Opens), OpeningRange.Write(range.Closes)))],
            Note = Texts(exception.Note),
        })],
    };

    private static ImmutableArray<TextDraft> Texts(LocalisedText? text) =>
        text is null ? [] : [.. text.Translations.Select(translation => new TextDraft(translation.Language.Value, translation.Text, translation.State, translation.OfHash))];

    private static ImmutableArray<SearchWordsDraft> Words(ImmutableArray<SearchWords> words) =>
        [.. words.Select(list => new SearchWordsDraft(list.Language.Value, list.Words))];
}
