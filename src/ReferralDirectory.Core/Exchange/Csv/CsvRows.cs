using System.Collections.Immutable;

namespace ReferralDirectory.Core.Exchange.Csv;

/// <summary>The rows of an organisation, each as a value for each column.</summary>
internal static class CsvRows
{
    public const string Organisation = "organisation";
    public const string Service = "service";
    public const string Contact = "contact";
    public const string OtherHours = "other hours";

    /// <summary>What sort of row a word means.</summary>
    public static CsvRowKind KindOf(string word) => word.Trim().ToLowerInvariant() switch
    {
        Organisation => CsvRowKind.Organisation,
        Service => CsvRowKind.Service,
        Contact => CsvRowKind.Contact,
        OtherHours => CsvRowKind.OtherHours,
        _ => CsvRowKind.None,
    };

    public static IEnumerable<Dictionary<string, string>> Of(OrganisationWire wire)
    {
        var first = Start(wire, Organisation);
        Add(first, CsvColumns.Name, wire.Name);
        first[CsvColumns.Source] = wire.Source;
        first[CsvColumns.OwnLanguage] = wire.OwnLanguage;
        first[CsvColumns.AlsoKnownAs] = CsvTexts.Names(wire.AlsoKnownAs);
        first[CsvColumns.LanguagesSpoken] = CsvTexts.List(wire.LanguagesSpoken);
        first[CsvColumns.Places] = CsvTexts.List(wire.Places);
        Add(first, CsvColumns.Address, wire.Address);
        if (wire.Hours is { } hours)
        {
            first[CsvColumns.TimeZone] = hours.TimeZone;
            first[CsvColumns.ByAppointment] = CsvTexts.Answer(hours.ByAppointment);
            first[CsvColumns.WeeklyHours] = CsvTexts.Week(hours.Week);
        }

        first[CsvColumns.Id] = wire.Id;
        first[CsvColumns.Version] = wire.Version;
        yield return first;
        foreach (var service in wire.Services)
        {
            var row = Start(wire, Service);
            row[CsvColumns.Kinds] = CsvTexts.List(service.Types);
            row[CsvColumns.ForWhom] = CsvTexts.List(service.Audiences);
            Add(row, CsvColumns.Description, service.Description);
            Add(row, CsvColumns.Conditions, service.Eligibility);
            row[CsvColumns.Id] = service.Id;
            yield return row;
        }

        foreach (var contact in wire.Contacts)
        {
            var row = Start(wire, Contact);
            row[CsvColumns.ContactKind] = contact.Kind.ToString().ToLowerInvariant();
            row[CsvColumns.Contact] = contact.Value;
            yield return row;
        }

        foreach (var other in wire.Hours?.OtherDays ?? [])
        {
            var row = Start(wire, OtherHours);
            row[CsvColumns.Days] = CsvTexts.Days(other);
            row[CsvColumns.HoursOnDays] = CsvTexts.Ranges(other.Hours);
            Add(row, CsvColumns.Note, other.Note);
            yield return row;
        }
    }

    private static Dictionary<string, string> Start(OrganisationWire wire, string kind) => new()
    {
        [CsvColumns.Country] = wire.Country,
        [CsvColumns.Organisation] = wire.Organisation,
        [CsvColumns.Row] = kind,
    };

    private static void Add(Dictionary<string, string> row, string column, ImmutableArray<TextWire> texts)
    {
        foreach (var text in texts)
        {
            row[CsvColumns.In(column, text.Language)] = text.Text;
        }

        row[CsvColumns.StatusOf(column)] = CsvTexts.Status(texts);
    }
}
