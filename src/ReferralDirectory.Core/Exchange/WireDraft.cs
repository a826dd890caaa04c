using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Exchange;

/// <summary>Makes a draft of what a file says of an organisation; what cannot be understood is a fault.</summary>
/// <param name="wire">What the file says.</param>
/// <param name="countryId">Its country.</param>
/// <param name="organisationId">Which organisation it is.</param>
/// <param name="published">What its entry says; null for a new one.</param>
/// <param name="isTable">The file is a table: somebody may have typed its ids.</param>
/// <param name="terms">What it may refer to.</param>
internal sealed class WireDraft(OrganisationWire wire, Guid countryId, Guid organisationId, OrganisationDraft? published, bool isTable, ExchangeTerms terms)
{
    private readonly List<(string Path, ImportFaultReason Reason, string Detail)> faults = [];

    /// <summary>By the path of the field, with places of items and not ids.</summary>
    public IReadOnlyList<(string Path, ImportFaultReason Reason, string Detail)> Faults => faults;

    /// <summary>Not settled.</summary>
    public OrganisationDraft Read() => new()
    {
        Slug = wire.Organisation,
        SourceId = Term("SourceId", wire.Source, slug => terms.Source(countryId, slug)) ?? Guid.Empty,
        Name = Texts(wire.Name, published?.Name),
        OwnLanguage = wire.OwnLanguage,
        AlsoKnownAs = wire.AlsoKnownAs,
        LanguagesSpoken = wire.LanguagesSpoken,
        PublicAddress = Texts(wire.Address, published?.PublicAddress),
        Places = Terms("Places", wire.Places, slug => terms.Place(countryId, slug)),
        Services = [.. wire.Services.Select(Service)],
        Contacts = [.. wire.Contacts.Select(contact => new ContactDraft(IdOf(contact), contact.Kind, contact.Value))],
        OpeningHours = wire.Hours is { } hours ? Hours(hours) : null,
    };

    private ServiceDraft Service(ServiceWire service, int index)
    {
        var (before, own) = Existing(service, index);
        return new ServiceDraft
        {
            Id = before?.Id ?? own ?? NewId(service, index),
            Description = Texts(service.Description, before?.Description),
            Eligibility = Texts(service.Eligibility, before?.Eligibility),
            Types = Terms($"Services[{index}].Types", service.Types, terms.AssistanceType),
            Audiences = Terms($"Services[{index}].Audiences", service.Audiences, terms.Audience),
        };
    }

    // The service of the entry that it is; or the id that a new one brings along. What another organisation's service is called by then gets
    // another id when it is published.
    private (ServiceDraft? Before, Guid? Own) Existing(ServiceWire service, int index)
    {
        if (service.Id.Length == 0)
        {
            return (null, null);
        }

        var isId = Guid.TryParse(service.Id, out var id) && id != Guid.Empty;
        var found = isId ? published?.Services.FirstOrDefault(candidate => candidate.Id == id) : null;
        var isNew = isId && found is null && (published is null || !isTable);
        if ((found is null && !isNew) || wire.Services.Take(index).Any(other => Guid.TryParse(other.Id, out var earlier) && earlier == id))
        {
            faults.Add(($"Services[{index}].Id", ImportFaultReason.UnknownService, service.Id));
        }

        return (found, isNew ? id : null);
    }

    // The same rows give the same ids, so that a file that is imported twice does not propose twice, and one that was published
    // meanwhile changes nothing.
    private Guid NewId(ServiceWire service, int index)
    {
        var same = wire.Services.Take(index).Count(other => other.Id.Length == 0 && Key(other) == Key(service));
        return StableId.Of("imported-service", organisationId.ToString(), Key(service), same.ToString(System.Globalization.CultureInfo.InvariantCulture));

        static string Key(ServiceWire one) => string.Join('\n', one.Description.Concat(one.Eligibility).Select(text => $"{text.Language} {text.Text}").Concat(one.Types));
    }

    private Guid IdOf(ContactWire contact) =>
        // An id of the entry's belongs to the value it has there.
        Guid.TryParse(contact.Id, out var own) && own != Guid.Empty && published?.Contacts.Any(known => known.Id == own) != true && ReferenceEquals(contact, wire.Contacts.First(other => other.Id == contact.Id)) ? own
        : StableId.Of("imported-contact", organisationId.ToString(), contact.Kind.ToString(), ContactValue.Read(contact.Kind, contact.Value.Trim(), terms.Known(countryId).CountryCode) ?? contact.Value);

    private OpeningHoursDraft Hours(HoursWire hours) => new()
    {
        TimeZone = hours.TimeZone,
        IsByAppointment = hours.ByAppointment,
        Week = [.. hours.Week.Select(line => new WeeklyOpeningDraft(line.Day, line.From, line.To))],
        Exceptions = [.. hours.OtherDays.Select(other => new OpeningExceptionDraft
        {
            From = other.From,
            To = other.To,
            Ranges = [.. other.Hours.Select(range => new OpeningRangeDraft(range.From, range.To))],
            Note = Texts(other.Note, published?.OpeningHours?.Exceptions.FirstOrDefault(old => old.From == other.From.Trim())?.Note),
        })],
    };

    // A text whose status is not said keeps the one it had, unless it is another text. Where none is the original, the organisation's own
    // language is.
    private ImmutableArray<TextDraft> Texts(ImmutableArray<TextWire> texts, ImmutableArray<TextDraft>? before)
    {
        var given = texts.Where(text => text.Text.Trim().Length > 0).ToList();
        var states = given.ConvertAll(text => text.Status ?? (before ?? []).FirstOrDefault(old => old.Language == text.Language.Trim() && (old.State == TranslationState.Original || old.Text == TextDraft.Stored(text.Text)))?.State ?? TranslationState.Unreviewed);
        if (given.Count > 0 && !states.Contains(TranslationState.Original))
        {
            var own = given.FindIndex(text => text.Language == wire.OwnLanguage);
            states[Math.Max(own, 0)] = TranslationState.Original;
        }

        return [.. given.Zip(states, (text, state) => new TextDraft(text.Language, text.Text, state))];
    }

    private ImmutableArray<Guid> Terms(string path, ImmutableArray<string> slugs, Func<string, Guid?> find) =>
        [.. slugs.Select(slug => Term(path, slug, find)).OfType<Guid>()];

    private Guid? Term(string path, string slug, Func<string, Guid?> find)
    {
        var id = find(slug.Trim());
        if (id is null && slug.Trim().Length > 0)
        {
            faults.Add((path, ImportFaultReason.UnknownTerm, slug));
        }

        return id;
    }
}
