using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Subjects;

/// <summary>Makes an organisation say what its draft says; what did not change keeps its row, its id and its confirmations.</summary>
internal static class OrganisationWriter
{
    public static async Task<Organisation> ApplyAsync(DirectoryDb db, SubjectState state, OrganisationDraft draft, CancellationToken cancellationToken)
    {
        if (state.Entity is not Organisation organisation)
        {
            organisation = new Organisation
            {
                Id = state.Subject.Id,
                CountryId = state.CountryId!.Value,
                SourceId = draft.SourceId,
                Slug = Slug.Parse(draft.Slug),
                Name = DraftValues.Text(draft.Name)!,
                OwnLanguage = LanguageTag.Parse(draft.OwnLanguage),
                AlsoKnownAs = draft.AlsoKnownAs,
            };
            db.Add(organisation);
        }

        organisation.SourceId = draft.SourceId;
        organisation.Name = DraftValues.Text(draft.Name)!;
        organisation.OwnLanguage = LanguageTag.Parse(draft.OwnLanguage);
        organisation.AlsoKnownAs = draft.AlsoKnownAs;
        organisation.LanguagesSpoken = [.. draft.LanguagesSpoken.Select(LanguageTag.Parse)];
        organisation.PublicAddress = DraftValues.Text(draft.PublicAddress);
        organisation.OpeningHours = DraftValues.Hours(draft.OpeningHours);
        Replace(organisation.Places, await db.Places.Where(place => draft.Places.Contains(place.Id)).ToListAsync(cancellationToken));
        await ApplyServicesAsync(db, organisation, draft, cancellationToken);
        await ApplyContactsAsync(db, organisation, draft, cancellationToken);
        return organisation;
    }

    private static async Task ApplyServicesAsync(DirectoryDb db, Organisation organisation, OrganisationDraft draft, CancellationToken cancellationToken)
    {
        var types = await db.AssistanceTypes.ToDictionaryAsync(type => type.Id, cancellationToken);
        var audiences = await db.Audiences.ToDictionaryAsync(audience => audience.Id, cancellationToken);
        var ids = draft.Services.Select(service => service.Id).ToList();
        // An id of another organisation's service makes a new one, too.
        var taken = await db.Services.Where(service => ids.Contains(service.Id)).Select(service => service.Id).ToListAsync(cancellationToken);
        db.RemoveRange(organisation.Services.Where(service => !ids.Contains(service.Id)));
        var services = draft.Services.Select((item, position) =>
        {
            var service = organisation.Services.Find(candidate => candidate.Id == item.Id) ?? new Service
            {
                Id = taken.Contains(item.Id) ? Guid.NewGuid() : item.Id,
                OrganisationId = organisation.Id,
                Position = position,
                Description = DraftValues.Text(item.Description)!,
            };
            service.Position = position;
            service.Description = DraftValues.Text(item.Description)!;
            service.Eligibility = DraftValues.Text(item.Eligibility);
            Replace(service.AssistanceTypes, item.Types.Select(id => types[id]));
            Replace(service.Audiences, item.Audiences.Select(id => audiences[id]));
            return service;
        }).ToList();
        db.AddRange(services.Except(organisation.Services));
        Replace(organisation.Services, services);
    }

    private static async Task ApplyContactsAsync(DirectoryDb db, Organisation organisation, OrganisationDraft draft, CancellationToken cancellationToken)
    {
        var ids = draft.Contacts.Select(contact => contact.Id).ToList();
        var taken = await db.ContactPoints.Where(contact => ids.Contains(contact.Id)).Select(contact => contact.Id).ToListAsync(cancellationToken);
        var contacts = draft.Contacts.Select((item, position) =>
        {
            var contact = organisation.Contacts.Find(candidate => candidate.Id == item.Id && candidate.Kind == item.Kind && candidate.Value == item.Value) ?? new ContactPoint
            {
                Id = taken.Contains(item.Id) ? Guid.NewGuid() : item.Id,
                OrganisationId = organisation.Id,
                Position = position,
                Kind = item.Kind,
                Value = item.Value,
            };
            contact.Position = position;
            return contact;
        }).ToList();
        db.RemoveRange(organisation.Contacts.Except(contacts));
        db.AddRange(contacts.Except(organisation.Contacts));
        Replace(organisation.Contacts, contacts);
    }

    private static void Replace<T>(List<T> list, IEnumerable<T> items)
    {
        var all = items.ToList();
        list.Clear();
        list.AddRange(all);
    }
}
