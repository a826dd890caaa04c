using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Csv;

/// <summary>Puts an organisation together from its rows.</summary>
/// <param name="start">Its first.</param>
/// <param name="columns">Those there may be.</param>
/// <param name="languages">Of the site.</param>
internal sealed class CsvOrganisation(CsvTableRow start, ImmutableArray<CsvColumn> columns, ImmutableArray<string> languages)
{
    /// <summary>Rows that one may have.</summary>
    public const int MaxRows = 500;

    private readonly List<ImportFault> faults = [];
    private readonly List<ServiceWire> services = [];
    private readonly List<ContactWire> contacts = [];
    private readonly List<OtherHoursWire> otherDays = [];
    private CsvTableRow? organisation;
    private int rows;

    /// <summary>True for another row of it.</summary>
    public bool IsOf(CsvTableRow row) =>
        row[CsvColumns.Organisation].Length > 0 && row[CsvColumns.Organisation] == start[CsvColumns.Organisation] && row[CsvColumns.Country] == start[CsvColumns.Country];

    public void Add(CsvTableRow row)
    {
        rows++;
        if (rows > MaxRows)
        {
            if (rows == MaxRows + 1)
            {
                Fault(row, "", ImportFaultReason.TooManyRows, $"{MaxRows}");
            }

            return;
        }

        var kind = CsvRows.KindOf(row[CsvColumns.Row]);
        if (kind == CsvRowKind.None)
        {
            Fault(row, CsvColumns.Row, ImportFaultReason.UnknownRow, row[CsvColumns.Row]);
            return;
        }

        foreach (var (name, text) in row.Cells)
        {
            if (columns.FirstOrDefault(column => column.Name == name)?.Rows.HasFlag(kind) != true)
            {
                Fault(row, name, ImportFaultReason.NotInThisRow, text);
            }
        }

        Add(row, kind);
    }

    public OrganisationWire Wire()
    {
        if (organisation is null)
        {
            Fault(start, CsvColumns.Row, ImportFaultReason.NoOrganisationRow, "");
        }

        var first = organisation ?? start;
        var wire = new OrganisationWire
        {
            Row = first.Number,
            Format = OrganisationWire.CurrentFormat,
            Country = first[CsvColumns.Country],
            Organisation = first[CsvColumns.Organisation],
            Id = first[CsvColumns.Id],
            Version = first[CsvColumns.Version],
            Source = first[CsvColumns.Source],
            Name = Texts(first, CsvColumns.Name),
            OwnLanguage = first[CsvColumns.OwnLanguage],
            AlsoKnownAs = CsvTexts.ReadNames(first[CsvColumns.AlsoKnownAs]),
            LanguagesSpoken = CsvTexts.ReadList(first[CsvColumns.LanguagesSpoken]),
            Address = Texts(first, CsvColumns.Address),
            Places = CsvTexts.ReadList(first[CsvColumns.Places]),
            Hours = Hours(first),
            Services = [.. services],
            Contacts = [.. contacts],
        };
        // Reading the cells above has found some.
        return wire with { Faults = [.. faults] };
    }

    private void Add(CsvTableRow row, CsvRowKind kind)
    {
        switch (kind)
        {
            case CsvRowKind.Organisation when organisation is null:
                organisation = row;
                break;
            case CsvRowKind.Organisation:
                Fault(row, CsvColumns.Row, ImportFaultReason.TwoOrganisationRows, "");
                break;
            case CsvRowKind.Service:
                services.Add(new ServiceWire
                {
                    Row = row.Number,
                    Id = row[CsvColumns.Id],
                    Types = CsvTexts.ReadList(row[CsvColumns.Kinds]),
                    Audiences = CsvTexts.ReadList(row[CsvColumns.ForWhom]),
                    Description = Texts(row, CsvColumns.Description),
                    Eligibility = Texts(row, CsvColumns.Conditions),
                });
                break;
            case CsvRowKind.Contact:
                AddContact(row);
                break;
            default:
                AddOtherHours(row);
                break;
        }
    }

    private void AddContact(CsvTableRow row)
    {
        if (CsvTexts.ReadWord<ContactKind>(row[CsvColumns.ContactKind].Trim()) is { } kind)
        {
            contacts.Add(new ContactWire { Row = row.Number, Kind = kind, Value = row[CsvColumns.Contact] });
            if (row[CsvColumns.Contact].Length == 0)
            {
                Fault(row, CsvColumns.Contact, ImportFaultReason.OfDraft, "", Editing.Rules.DraftFaultReason.Missing);
            }
        }
        else
        {
            Fault(row, CsvColumns.ContactKind, ImportFaultReason.UnknownContactKind, row[CsvColumns.ContactKind]);
        }
    }

    private void AddOtherHours(CsvTableRow row)
    {
        if (!CsvTexts.TryReadDays(row[CsvColumns.Days], out var from, out var to))
        {
            Fault(row, CsvColumns.Days, ImportFaultReason.UnreadableDays, row[CsvColumns.Days]);
        }

        if (!CsvTexts.TryReadRanges(row[CsvColumns.HoursOnDays], out var hours))
        {
            Fault(row, CsvColumns.HoursOnDays, ImportFaultReason.UnreadableHours, row[CsvColumns.HoursOnDays]);
        }

        otherDays.Add(new OtherHoursWire { Row = row.Number, From = from, To = to, Hours = hours, Note = Texts(row, CsvColumns.Note) });
    }

    private HoursWire? Hours(CsvTableRow row)
    {
        if (!CsvTexts.TryReadAnswer(row[CsvColumns.ByAppointment], out var byAppointment))
        {
            Fault(row, CsvColumns.ByAppointment, ImportFaultReason.UnreadableAnswer, row[CsvColumns.ByAppointment]);
        }

        if (!CsvTexts.TryReadWeek(row[CsvColumns.WeeklyHours], out var week))
        {
            Fault(row, CsvColumns.WeeklyHours, ImportFaultReason.UnreadableHours, row[CsvColumns.WeeklyHours]);
        }

        return row[CsvColumns.TimeZone].Length == 0 && !byAppointment && week.IsEmpty && otherDays.Count == 0
            ? null
            : new HoursWire { TimeZone = row[CsvColumns.TimeZone], ByAppointment = byAppointment, Week = week, OtherDays = [.. otherDays] };
    }

    private ImmutableArray<TextWire> Texts(CsvTableRow row, string column)
    {
        var status = CsvColumns.StatusOf(column);
        if (!CsvTexts.TryReadStatus(row[status], out var states))
        {
            Fault(row, status, ImportFaultReason.UnreadableStatus, row[status]);
            states = [];
        }

        return [.. languages.Select(language => (Language: language, Text: row[CsvColumns.In(column, language)])).Where(text => text.Text.Length > 0)
            .Select(text => new TextWire(text.Language, text.Text, states.TryGetValue(text.Language, out var state) ? state : null))];
    }

    private void Fault(CsvTableRow row, string column, ImportFaultReason reason, string detail, Editing.Rules.DraftFaultReason? ofDraft = null)
    {
        if (faults.Count < ImportFault.MaxPerOrganisation)
        {
            faults.Add(new ImportFault(row.Number, column, reason, ofDraft, ImportFault.Cut(detail)));
        }
    }
}
