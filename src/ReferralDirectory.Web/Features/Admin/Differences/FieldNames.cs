using System.Globalization;
using System.Text.RegularExpressions;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.EntryTasks;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Differences;

/// <summary>Fields and values of a draft in words a person reads.</summary>
public sealed partial class FieldNames(Texts texts, DraftChoices choices, LanguageTag language)
{
    private readonly Dictionary<string, string> names = choices.Sources.Concat(choices.Places).Concat(choices.AssistanceTypes).Concat(choices.Audiences)
        .ToDictionary(choice => choice.Id.ToString(), choice => choice.Name.In(language).Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>The field of a path without ids, e.g. "Description of a service".</summary>
    public string Field(string label) => texts[$"Admin.FieldName.{label}"];

    /// <summary>The same for a path with ids and languages: that of a fault, say.</summary>
    public string FieldOf(string path)
    {
        var label = Key().Replace(path, "");
        var language = Language(path);
        return label.Length == 0 ? texts["Admin.FieldName.Whole"] : language is null ? Field(label) : $"{Field(label)} ({language.Name})";
    }

    /// <summary>The language a path speaks of, by its own name; null where it speaks of none.</summary>
    public Language? Language(string path) =>
        choices.Languages.FirstOrDefault(language => path.Contains($"[{language.Tag}]", StringComparison.Ordinal));

    /// <summary>One line of a difference.</summary>
    /// <param name="label">The path without ids.</param>
    /// <param name="line">As Core says it.</param>
    public string Value(string label, string line) => label switch
    {
        "SourceId" or "Places" or "Services.Types" or "Services.Audiences" => names.GetValueOrDefault(line, line),
        "Contacts.Kind" => texts[$"Admin.ContactKind.{line}"],
        "Contacts.Value" => Contact(line),
        "Contacts" when line.Split(' ', 2) is [var kind, var value] => $"{texts[$"Admin.ContactKind.{kind}"]}: {Contact(value)}",
        "State" => texts[$"Admin.TextState.{line}"],
        "Position" => (int.Parse(line, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.CurrentCulture),
        "OwnLanguage" or "LanguagesSpoken" => LanguageName(line),
        "OpeningHours.Week" => Day(line),
        _ when label.EndsWith(".State", StringComparison.Ordinal) => texts[$"Admin.TextState.{line}"],
        _ => line switch
        {
            "true" => texts["Admin.Yes"],
            "false" => texts["Admin.No"],
            _ => line,
        },
    };

    /// <summary>Which item of a list a path speaks of, e.g. the kinds of help of a service; null where it speaks of none.</summary>
    public string? Item(string path, SubjectDraft? before, SubjectDraft after) =>
        path.StartsWith("Services[", StringComparison.Ordinal) && Guid.TryParse(path.AsSpan(9, Math.Min(36, path.Length - 9)), out var id)
            && (Find(after, id) ?? Find(before, id)) is { } service
            ? string.Join(", ", service.Types.Select(type => names.GetValueOrDefault(type.ToString(), "")).Where(name => name.Length > 0))
            : null;

    private static ServiceDraft? Find(SubjectDraft? draft, Guid id) => (draft as OrganisationDraft)?.Services.FirstOrDefault(service => service.Id == id);

    // With the country's code: a number of another country must not look like one of this.
    private static string Contact(string value) => value.StartsWith('+') && PhoneNumber.TryParse(value, null, out var phone) ? phone.International : ContactText.WithHost(value);

    private static string LanguageName(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    private static string Day(string line) => line.Split(' ', 2) is [var day, var hours] && Enum.TryParse<DayOfWeek>(day, out var named)
        ? $"{CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(named)} {hours.Replace(' ', '–')}"
        : line;

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Key();
}
