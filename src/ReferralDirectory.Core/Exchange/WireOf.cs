using System.Collections.Immutable;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Exchange;

/// <summary>What a file says of an organisation's draft.</summary>
internal static class WireOf
{
    /// <param name="id">The organisation's.</param>
    /// <param name="version">Of its entry.</param>
    /// <param name="country">Its country's slug.</param>
    /// <param name="draft">What it says.</param>
    /// <param name="terms">The names of what it refers to.</param>
    public static OrganisationWire Organisation(Guid id, Guid version, string country, OrganisationDraft draft, ExchangeTerms terms) => new()
    {
        Format = OrganisationWire.CurrentFormat,
        Country = country,
        Organisation = draft.Slug,
        Id = id.ToString(),
        Version = version.ToString(),
        Source = terms.Slug(draft.SourceId),
        Name = Texts(draft.Name),
        OwnLanguage = draft.OwnLanguage,
        AlsoKnownAs = draft.AlsoKnownAs,
        LanguagesSpoken = draft.LanguagesSpoken,
        Address = Texts(draft.PublicAddress),
        Places = [.. draft.Places.Select(terms.Slug)],
        Hours = draft.OpeningHours is { } hours ? Hours(hours) : null,
        Services = [.. draft.Services.Select(service => new ServiceWire
        {
            Id = service.Id.ToString(),
            Types = [.. service.Types.Select(terms.Slug)],
            Audiences = [.. service.Audiences.Select(terms.Slug)],
            Description = Texts(service.Description),
            Eligibility = Texts(service.Eligibility),
        })],
        Contacts = [.. draft.Contacts.Select(contact => new ContactWire { Kind = contact.Kind, Value = contact.Value })],
    };

    private static HoursWire Hours(OpeningHoursDraft hours) => new()
    {
        TimeZone = hours.TimeZone,
        ByAppointment = hours.IsByAppointment,
        Week = [.. hours.Week.Select(line => new DayWire(line.Day, line.Opens, line.Closes))],
        OtherDays = [.. hours.Exceptions.Select(exception => new OtherHoursWire
        {
            From = exception.From,
            To = exception.To,
            Hours = [.. exception.Ranges.Select(range => new RangeWire(range.Opens, range.Closes))],
            Note = Texts(exception.Note),
        })],
    };

    private static ImmutableArray<TextWire> Texts(ImmutableArray<TextDraft> texts) => [.. texts.Select(text => new TextWire(text.Language, text.Text, text.State))];
}
