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
        return IsNotAgreed(draft, typed, form) ? Fields(typed, new FieldFaults([], Texts), isAgreed: false, Texts["Admin.Places.NotAgreed"]) : [];
    }

    /// <summary>True where an address is new, in any language, and nobody said that it was agreed.</summary>
    public static bool IsNotAgreed(OrganisationDraft before, OrganisationDraft typed, PostedForm form) =>
        !form.Has(Agreed) && typed.PublicAddress.Any(text => !before.PublicAddress.Any(old => old.Language == text.Language && PostedForm.IsSame(text.Text, old.Text)));

    /// <summary>The question whether it was.</summary>
    public static ChoiceField AgreedField(bool isAgreed, string? refusal, Texts texts) => new()
    {
        Name = Agreed,
        Label = texts["Admin.Places.Agreed"],
        Error = refusal,
        Style = ChoiceStyle.Checkboxes,
        Choices = [new Choice("true", texts["Admin.Places.AgreedYes"], isAgreed)],
    };

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
        AgreedField(isAgreed, refusal, Texts),
    ];
}
