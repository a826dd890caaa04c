using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>When one is answered.</summary>
public sealed class HoursTask(EntryState entry, Reader reader, Texts texts) : EntryTask(entry, texts)
{
    public const string Name = "hours";

    public override string Slug => Name;

    public override string Title => Texts["Admin.Hours.Title"];

    public override string Href => EntryLinks.Task(Entry.Id, Name);

    public override IReadOnlyList<string> Paths { get; } = ["OpeningHours"];

    public override OrganisationDraft PartOf(OrganisationDraft draft) => new() { OpeningHours = draft.OpeningHours };

    public override IReadOnlyList<Field> Fields(OrganisationDraft draft, FieldFaults faults) =>
    [
        new ChoiceField
        {
            Name = HoursForm.TimeZone,
            Label = Texts["Admin.Hours.TimeZone"],
            Error = faults[HoursForm.TimeZone],
            Style = ChoiceStyle.Select,
            Choices = TimeZones.Offer(draft.OpeningHours?.TimeZone ?? TimeZones.UsualIn(reader.Directory.FindCountry(Entry.Summary.Country.Slug.Value)), Texts["Admin.Choose"]),
        },
        new ChoiceField
        {
            Name = HoursForm.ByAppointment,
            Label = Texts["Admin.Hours.Appointment"],
            Style = ChoiceStyle.Checkboxes,
            Choices = [new Choice("true", Texts["Admin.Hours.ByAppointment"], draft.OpeningHours?.IsByAppointment == true)],
        },
    ];

    public override HoursTable Hours(OrganisationDraft draft, FieldFaults faults)
    {
        var week = draft.OpeningHours is { Week.IsEmpty: false } hours ? hours.Week : [.. OpeningHours.Days.Select(day => new WeeklyOpeningDraft(day, "", ""))];
        return new HoursTable(
            [.. week.Select((line, i) => new HoursRow(i, line.Day, line.Opens, line.Closes, faults[$"OpeningHours.Week[{i}]"]))],
            faults["OpeningHours.Week"] ?? faults["OpeningHours.Exceptions"],
            [.. (draft.OpeningHours?.Exceptions ?? []).Select((exception, i) => new HoursException(i, ExceptionFields(exception, i, faults)))]);
    }

    public override OrganisationDraft Apply(OrganisationDraft draft, PostedForm form)
    {
        var typed = Typed(draft, form);
        return typed.OpeningHours is { } hours && HoursForm.IsEmpty(hours)
            ? typed with { OpeningHours = null }
            : typed with { OpeningHours = typed.OpeningHours! with { Exceptions = [.. typed.OpeningHours.Exceptions.Where(exception => !HoursForm.IsEmpty(exception))] } };
    }

    public override OrganisationDraft? Rearrange(OrganisationDraft draft, PostedForm form) => form.Has(HoursNames.Command) ? Typed(draft, form) : null;

    private OrganisationDraft Typed(OrganisationDraft draft, PostedForm form) => draft with
    {
        OpeningHours = new HoursForm(form, Entry.Choices.Languages, draft.OpeningHours, draft.OwnLanguage).Read(),
    };

    private IReadOnlyList<Field> ExceptionFields(OpeningExceptionDraft exception, int index, FieldFaults faults) =>
    [
        Day(HoursNames.Exception(index, "From"), exception.From, Texts["Admin.Hours.From"], null, faults),
        Day(HoursNames.Exception(index, "To"), exception.To, Texts["Admin.Hours.To"], Texts["Admin.Hours.ToHint"], faults),
        .. exception.Ranges.Append(new OpeningRangeDraft("", "")).SelectMany((range, i) => new[]
        {
            Time(HoursNames.Range(index, i, HoursNames.Opens), range.Opens, Texts["Admin.Hours.Opens"], faults[$"{HoursNames.Exception(index)}.Ranges[{i}]"] ?? (i == 0 ? faults[$"{HoursNames.Exception(index)}.Ranges"] : null)),
            Time(HoursNames.Range(index, i, HoursNames.Closes), range.Closes, Texts["Admin.Hours.Closes"], null),
        }),
        LocalisedField.Of(HoursNames.Exception(index, "Note"), Texts["Admin.Hours.Note"], Entry.Choices.Languages, exception.Note, faults, Texts, maxLength: OpeningException.NoteMaxLength, hint: Texts["Admin.Hours.NoteHint"]),
    ];

    private static TextField Day(string name, string value, string label, string? hint, FieldFaults faults) =>
        new() { Name = name, Label = label, Hint = hint, Value = value, Error = faults[name], Type = "date", IsShort = true, Dir = "ltr" };

    private static TextField Time(string name, string value, string label, string? error) =>
        new() { Name = name, Label = label, Value = value, Error = error, IsShort = true, Dir = "ltr" };
}
