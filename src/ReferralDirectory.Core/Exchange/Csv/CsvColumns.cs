using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Core.Exchange.Csv;

/// <summary>
/// The columns of a table of organisations. Their names are part of the format: see <c>docs/editing.md</c> and
/// <c>docs/decisions</c>. A text has a column for each language of the site, and one that says which of them is the original.
/// </summary>
internal static partial class CsvColumns
{
    public const string Country = "Country";
    public const string Organisation = "Organisation";
    public const string Row = "Row";
    public const string Name = "Name";
    public const string Source = "Source";
    public const string OwnLanguage = "Own language";
    public const string AlsoKnownAs = "Also known as";
    public const string LanguagesSpoken = "Languages spoken";
    public const string Places = "Places";
    public const string Address = "Address";
    public const string TimeZone = "Time zone";
    public const string ByAppointment = "By appointment";
    public const string WeeklyHours = "Weekly hours";
    public const string Kinds = "Kinds of help";
    public const string ForWhom = "For whom";
    public const string Description = "Description";
    public const string Conditions = "Conditions";
    public const string ContactKind = "Contact kind";
    public const string Contact = "Contact";
    public const string Days = "Days";
    public const string HoursOnDays = "Hours on these days";
    public const string Note = "Note";
    public const string Id = "ID";
    public const string Version = "Version";

    private static readonly FrozenDictionary<string, string> OfLabels = new Dictionary<string, string>
    {
        ["Slug"] = Organisation,
        ["Id"] = Id,
        ["SourceId"] = Source,
        ["OwnLanguage"] = OwnLanguage,
        ["AlsoKnownAs"] = AlsoKnownAs,
        ["LanguagesSpoken"] = LanguagesSpoken,
        ["PublicAddress"] = Address,
        ["OpeningHours.TimeZone"] = TimeZone,
        ["OpeningHours.IsByAppointment"] = ByAppointment,
        ["OpeningHours.Week"] = WeeklyHours,
        ["OpeningHours.Exceptions"] = Days,
        ["OpeningHours.Exceptions.From"] = Days,
        ["OpeningHours.Exceptions.To"] = Days,
        ["OpeningHours.Exceptions.Ranges"] = HoursOnDays,
        ["OpeningHours.Exceptions.Note"] = Note,
        ["Services"] = Kinds,
        ["Services.Id"] = Id,
        ["Services.Types"] = Kinds,
        ["Services.Audiences"] = ForWhom,
        ["Services.Description"] = Description,
        ["Services.Eligibility"] = Conditions,
        ["Contacts"] = Contact,
    }.ToFrozenDictionary();

    /// <param name="languages">Of the site, in their order.</param>
    public static ImmutableArray<CsvColumn> For(ImmutableArray<string> languages) =>
    [
        new(Country, CsvRowKind.Any),
        new(Organisation, CsvRowKind.Any),
        new(Row, CsvRowKind.Any),
        .. Text(Name, CsvRowKind.Organisation, languages),
        new(Source, CsvRowKind.Organisation),
        new(OwnLanguage, CsvRowKind.Organisation),
        new(AlsoKnownAs, CsvRowKind.Organisation),
        new(LanguagesSpoken, CsvRowKind.Organisation),
        new(Places, CsvRowKind.Organisation),
        .. Text(Address, CsvRowKind.Organisation, languages),
        new(TimeZone, CsvRowKind.Organisation),
        new(ByAppointment, CsvRowKind.Organisation),
        new(WeeklyHours, CsvRowKind.Organisation),
        new(Kinds, CsvRowKind.Service),
        new(ForWhom, CsvRowKind.Service),
        .. Text(Description, CsvRowKind.Service, languages),
        .. Text(Conditions, CsvRowKind.Service, languages),
        new(ContactKind, CsvRowKind.Contact),
        new(Contact, CsvRowKind.Contact),
        new(Days, CsvRowKind.OtherHours),
        new(HoursOnDays, CsvRowKind.OtherHours),
        .. Text(Note, CsvRowKind.OtherHours, languages),
        new(Id, CsvRowKind.Organisation | CsvRowKind.Service, IsOptional: true),
        new(Version, CsvRowKind.Organisation, IsOptional: true),
    ];

    /// <summary>The column of one language of a text.</summary>
    public static string In(string column, string language) => $"{column} ({language})";

    /// <summary>The column that says which language of a text is the original, and which were reviewed.</summary>
    public static string StatusOf(string column) => $"{column}: status";

    /// <summary>The column of a field.</summary>
    /// <param name="label">Its path without ids and places, but with its language, e.g. <c>Services.Description[en]</c>.</param>
    public static string NameOf(string label)
    {
        var field = Key().Replace(label, "");
        var column = OfLabels.GetValueOrDefault(field, field);
        return Key().Match(label) is { Success: true } key && !char.IsAsciiDigit(key.Value[1]) ? In(column, key.Value[1..^1]) : column;
    }

    private static IEnumerable<CsvColumn> Text(string name, CsvRowKind rows, ImmutableArray<string> languages) =>
        [.. languages.Select(language => new CsvColumn(In(name, language), rows)), new CsvColumn(StatusOf(name), rows, IsOptional: true)];

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Key();
}
