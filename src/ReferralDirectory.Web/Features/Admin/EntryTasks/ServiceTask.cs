using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>One service: what it is, for whom, and on what conditions.</summary>
/// <param name="entry">Whose.</param>
/// <param name="id">Which; empty for a new one.</param>
/// <param name="reader">For whom.</param>
/// <param name="texts">Of the interface.</param>
public sealed class ServiceTask(EntryState entry, Guid id, Reader reader, Texts texts) : EntryTask(entry, texts)
{
    public const string Name = "services";

    public override string Slug => Name;

    public override Guid? Item => id;

    public override string Title => Texts[id == Guid.Empty ? "Admin.Service.New" : "Admin.Service.Title"];

    public override string Href => id == Guid.Empty ? EntryLinks.NewItem(Entry.Id, Name) : EntryLinks.Item(Entry.Id, Name, id);

    public override string NextHref => EntryLinks.Task(Entry.Id, Name, "saved");

    public override string BackHref => EntryLinks.Task(Entry.Id, Name);

    public override IReadOnlyList<string> Paths => [Path];

    private string Path => $"Services[{id}]";

    public override OrganisationDraft PartOf(OrganisationDraft draft) => new() { Services = [.. draft.Services.Where(service => service.Id == id)] };

    public override IReadOnlyList<Field> Fields(OrganisationDraft draft, FieldFaults faults)
    {
        var service = draft.Services.LastOrDefault(service => service.Id == id) ?? new ServiceDraft();
        return
        [
            new ChoiceField
            {
                Name = $"{Path}.Types",
                Label = Texts["Admin.Service.Types"],
                Hint = Texts["Admin.Service.TypesHint"],
                Error = faults[$"{Path}.Types"],
                Style = ChoiceStyle.Checkboxes,
                Choices = Offer(Entry.Choices.AssistanceTypes, service.Types.Contains, reader),
            },
            LocalisedField.Of($"{Path}.Description", Texts["Admin.Service.Description"], Entry.Choices.Languages, service.Description, faults, Texts, 4, Service.DescriptionMaxLength, Texts["Admin.Service.DescriptionHint"]),
            new ChoiceField
            {
                Name = $"{Path}.Audiences",
                Label = Texts["Admin.Service.Audiences"],
                Hint = Texts["Admin.Service.AudiencesHint"],
                Error = faults[$"{Path}.Audiences"],
                Style = ChoiceStyle.Checkboxes,
                Choices = Offer(Entry.Choices.Audiences, service.Audiences.Contains, reader),
            },
            LocalisedField.Of($"{Path}.Eligibility", Texts["Admin.Service.Eligibility"], Entry.Choices.Languages, service.Eligibility, faults, Texts, 3, Service.EligibilityMaxLength, Texts["Admin.Service.EligibilityHint"]),
        ];
    }

    public override OrganisationDraft Apply(OrganisationDraft draft, PostedForm form)
    {
        var before = draft.Services.FirstOrDefault(service => service.Id == id);
        var old = before ?? new ServiceDraft { Id = id };
        var service = old with
        {
            Types = form.Ids($"{Path}.Types"),
            Description = form.Texts($"{Path}.Description", Entry.Choices.Languages, old.Description, draft.OwnLanguage),
            Audiences = form.Ids($"{Path}.Audiences"),
            Eligibility = form.Texts($"{Path}.Eligibility", Entry.Choices.Languages, old.Eligibility, draft.OwnLanguage),
        };
        return draft with { Services = before is null ? draft.Services.Add(service) : draft.Services.Replace(before, service) };
    }

    public override string HrefIn(OrganisationDraft before, OrganisationDraft saved) =>
        EntryLinks.Item(Entry.Id, Name, before.Services.Any(service => service.Id == id) ? id : saved.Services[^1].Id);
}
