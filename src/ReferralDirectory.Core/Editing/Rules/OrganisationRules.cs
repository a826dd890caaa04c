using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Rules;

/// <summary>What an organisation's draft must keep.</summary>
internal static class OrganisationRules
{
    public static void Check(OrganisationDraft draft, OrganisationDraft? published, FaultList faults)
    {
        faults.Slug(draft.Slug, published?.Slug);
        faults.References("SourceId", [draft.SourceId], faults.Known.Sources);
        faults.Texts("Name", draft.Name, Organisation.NameMaxLength);
        foreach (var name in draft.Name)
        {
            faults.AddIf(faults.Known.TakenNames.HasName(name.Text), $"Name[{name.Language}]", DraftFaultReason.NameTaken);
        }

        faults.Language("OwnLanguage", draft.OwnLanguage);
        foreach (var name in draft.AlsoKnownAs)
        {
            faults.AddIf(faults.Known.TakenNames.HasOtherName(name), "AlsoKnownAs", DraftFaultReason.NameTaken);
            faults.Line("AlsoKnownAs", name, SearchWords.WordMaxLength);
        }

        foreach (var language in draft.LanguagesSpoken)
        {
            faults.Language("LanguagesSpoken", language);
        }

        faults.AddIf(draft.LanguagesSpoken.Length > Organisation.MaxLanguagesSpoken, "LanguagesSpoken", DraftFaultReason.TooMany, Organisation.MaxLanguagesSpoken);
        faults.Texts("PublicAddress", draft.PublicAddress, Organisation.PublicAddressMaxLength, isOptional: true);
        faults.References("Places", draft.Places, faults.Known.Places);
        faults.AddIf(draft.Services.IsEmpty, "Services", DraftFaultReason.Missing);
        foreach (var service in draft.Services)
        {
            Check(service, $"Services[{service.Id}]", faults);
        }

        faults.AddIf(draft.Contacts.IsEmpty, "Contacts", DraftFaultReason.Missing);
        foreach (var contact in draft.Contacts)
        {
            Check(contact, $"Contacts[{contact.Id}]", faults);
        }

        foreach (var repeated in draft.Contacts.GroupBy(contact => contact.Value, StringComparer.OrdinalIgnoreCase).SelectMany(group => group.Skip(1)))
        {
            faults.Add($"Contacts[{repeated.Id}]", DraftFaultReason.Repeated);
        }

        if (draft.OpeningHours is { } hours)
        {
            Check(hours, faults);
        }
    }

    private static void Check(ServiceDraft service, string path, FaultList faults)
    {
        faults.Texts($"{path}.Description", service.Description, Service.DescriptionMaxLength);
        faults.Texts($"{path}.Eligibility", service.Eligibility, Service.EligibilityMaxLength, isOptional: true);
        faults.AddIf(service.Types.IsEmpty, $"{path}.Types", DraftFaultReason.Missing);
        faults.References($"{path}.Types", service.Types, faults.Known.AssistanceTypes);
        faults.References($"{path}.Audiences", service.Audiences, faults.Known.Audiences);
    }

    private static void Check(ContactDraft contact, string path, FaultList faults)
    {
        faults.Line(path, contact.Value, ContactPoint.ValueMaxLength);
        faults.AddIf(ContactValue.Read(contact.Kind, contact.Value, faults.Known.CountryCode) != contact.Value, path, contact.Kind switch
        {
            ContactKind.Phone or ContactKind.Hotline => DraftFaultReason.NotAPhone,
            ContactKind.Email => DraftFaultReason.NotAnEmail,
            ContactKind.Website or ContactKind.Messenger => DraftFaultReason.NotAWebAddress,
        });
    }

    private static void Check(OpeningHoursDraft hours, FaultList faults)
    {
        faults.AddIf(!OpeningHours.IsTimeZone(hours.TimeZone), "OpeningHours.TimeZone", DraftFaultReason.NotATimeZone);
        faults.AddIf(hours.Week.IsEmpty && !hours.IsByAppointment, "OpeningHours.Week", DraftFaultReason.Missing);
        faults.AddIf(hours.Week.Length > OpeningHours.MaxRanges, "OpeningHours.Week", DraftFaultReason.TooMany, OpeningHours.MaxRanges);
        faults.AddIf(hours.Exceptions.Length > OpeningHours.MaxExceptions, "OpeningHours.Exceptions", DraftFaultReason.TooMany, OpeningHours.MaxExceptions);
        Ranges("OpeningHours.Week", [.. hours.Week.Select(line => (line.Day, new OpeningRangeDraft(line.Opens, line.Closes)))], faults);
        for (var i = 0; i < hours.Exceptions.Length; i++)
        {
            Check(hours.Exceptions[i], $"OpeningHours.Exceptions[{i}]", faults);
        }
    }

    private static void Check(OpeningExceptionDraft exception, string path, FaultList faults)
    {
        var hasStart = TryReadDay(exception.From, out var from);
        var hasEnd = TryReadDay(exception.To, out var to);
        faults.AddIf(!hasStart, $"{path}.From", DraftFaultReason.NotADay);
        faults.AddIf(!hasEnd, $"{path}.To", DraftFaultReason.NotADay);
        faults.AddIf(hasStart && hasEnd && to < from, $"{path}.To", DraftFaultReason.EndsBeforeStart);
        faults.AddIf(exception.Ranges.Length > OpeningHours.MaxRanges, $"{path}.Ranges", DraftFaultReason.TooMany, OpeningHours.MaxRanges);
        Ranges($"{path}.Ranges", [.. exception.Ranges.Select(range => (default(DayOfWeek), range))], faults);
        faults.Texts($"{path}.Note", exception.Note, OpeningException.NoteMaxLength, isOptional: true);
    }

    private static void Ranges(string path, List<(DayOfWeek Day, OpeningRangeDraft Draft)> drafts, FaultList faults)
    {
        List<(DayOfWeek Day, OpeningRange Range)> ranges = [];
        for (var i = 0; i < drafts.Count; i++)
        {
            if (OpeningRange.TryParse(drafts[i].Draft.Opens, drafts[i].Draft.Closes, out var range))
            {
                ranges.Add((drafts[i].Day, range));
            }
            else
            {
                faults.Add($"{path}[{i}]", DraftFaultReason.NotATime);
            }
        }

        faults.AddIf(ranges.GroupBy(range => range.Day).Any(day => !OpeningHours.AreApart(day.Select(range => range.Range))), path, DraftFaultReason.Overlap);
    }

    private static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, OpeningException.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
