using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>Where the organisation is: places, and the street only where that was agreed.</summary>
public sealed class PlacesTask(EntryState entry, Reader reader, Texts texts) : EntryTask(entry, texts)
{
    public const string Name = "places";

    private const string Agreed = "Agreed";

    public override string Slug => Name;

    public override string Title => Texts["Admin.Places.Title"];

    public override string? Warning => Texts["Admin.Places.Warning"];

    public override string Href => EntryLinks.Task(Entry.Id, Name);

    public override IReadOnlyList<string> Paths { get; } = ["Places", "PublicAddress"];

    public override OrganisationDraft PartOf(OrganisationDraft draft) => new() { Places = draft.Places, PublicAddress = draft.PublicAddress };

    public override IReadOnlyList<Field> Fields(OrganisationDraft draft, FieldFaults faults) => Fields(draft, faults, isAgreed: false, refusal: null);

    public override OrganisationDraft Apply(OrganisationDraft draft, PostedForm form) => draft with
    {
        Places = form.Ids("Places"),
        PublicAddress = form.Texts("PublicAddress", Entry.Choices.Languages, draft.PublicAddress, draft.OwnLanguage),
    };

    // A street that was published by mistake cannot be taken back: whoever writes one says that it was agreed.
    public override IReadOnlyList<Field> Refuse(OrganisationDraft draft, PostedForm form)
    {
        var typed = Apply(draft, form);
        var gains = typed.PublicAddress.Any(text => !draft.PublicAddress.Any(old => old.Language == text.Language && old.Text.Trim() == text.Text.Trim()));
        return gains && !form.Has(Agreed) ? Fields(typed, new FieldFaults([], Texts), isAgreed: false, Texts["Admin.Places.NotAgreed"]) : [];
    }

    private IReadOnlyList<Field> Fields(OrganisationDraft draft, FieldFaults faults, bool isAgreed, string? refusal) =>
    [
        new ChoiceField
        {
            Name = "Places",
            Label = Texts["Admin.Places.Places"],
            Hint = Texts["Admin.Places.PlacesHint"],
            Error = faults["Places"],
            Style = ChoiceStyle.Checkboxes,
            Choices = Offer(Entry.Choices.Places, draft.Places.Contains, reader),
        },
        LocalisedField.Of("PublicAddress", Texts["Admin.Places.Address"], Entry.Choices.Languages, draft.PublicAddress, faults, Texts, maxLength: Organisation.PublicAddressMaxLength, hint: Texts["Admin.Places.AddressHint"]),
        new ChoiceField
        {
            Name = Agreed,
            Label = Texts["Admin.Places.Agreed"],
            Error = refusal,
            Style = ChoiceStyle.Checkboxes,
            Choices = [new Choice("true", Texts["Admin.Places.AgreedYes"], isAgreed)],
        },
    ];
}
