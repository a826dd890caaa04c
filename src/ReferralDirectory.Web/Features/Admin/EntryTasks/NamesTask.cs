using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>How the organisation is called, and where its facts come from.</summary>
public sealed class NamesTask(EntryState entry, Reader reader, Texts texts) : EntryTask(entry, texts)
{
    public const string Name = "names";

    public override string Slug => Name;

    public override string Title => Texts["Admin.Names.Title"];

    public override string Href => EntryLinks.Task(Entry.Id, Name);

    public override IReadOnlyList<string> Paths { get; } = ["Slug", "SourceId", "Name", "OwnLanguage", "AlsoKnownAs"];

    public override OrganisationDraft PartOf(OrganisationDraft draft) =>
        new() { Slug = draft.Slug, SourceId = draft.SourceId, Name = draft.Name, OwnLanguage = draft.OwnLanguage, AlsoKnownAs = draft.AlsoKnownAs };

    public override IReadOnlyList<Field> Fields(OrganisationDraft draft, FieldFaults faults) =>
    [
        LocalisedField.Of("Name", Texts["Admin.Names.Name"], Entry.Choices.Languages, draft.Name, faults, Texts, maxLength: Organisation.NameMaxLength, hint: Texts["Admin.Names.NameHint"]),
        OwnLanguageField(draft.OwnLanguage, faults["OwnLanguage"], Texts),
        new TextField
        {
            Name = "AlsoKnownAs",
            Label = Texts["Admin.Names.AlsoKnownAs"],
            Hint = Texts["Admin.Names.AlsoKnownAsHint"],
            Error = faults["AlsoKnownAs"],
            Value = string.Join('\n', draft.AlsoKnownAs),
            Lines = 3,
        },
        .. Entry.Summary.WasPublished ? Array.Empty<Field>() : [SlugField(draft.Slug, faults["Slug"], Texts)],
        .. HasOnlyThatSource(draft) ? Array.Empty<Field>() : [SourceField(draft, faults["SourceId"])],
    ];

    public override OrganisationDraft Apply(OrganisationDraft draft, PostedForm form) => draft with
    {
        Slug = form.Has("Slug") ? form.Text("Slug") : draft.Slug,
        SourceId = form.Has("SourceId") || !HasOnlyThatSource(draft) ? form.Id("SourceId") : draft.SourceId,
        OwnLanguage = form.Text("OwnLanguage"),
        Name = form.Texts("Name", Entry.Choices.Languages, draft.Name, form.Text("OwnLanguage")),
        AlsoKnownAs = form.Lines("AlsoKnownAs"),
    };

    public static ChoiceField OwnLanguageField(string value, string? error, Texts texts) => new()
    {
        Name = "OwnLanguage",
        Label = texts["Admin.Names.OwnLanguage"],
        Hint = texts["Admin.Names.OwnLanguageHint"],
        Error = error,
        Style = ChoiceStyle.Select,
        Choices = [.. SpokenLanguages.Offered.Append(value).Where(tag => tag.Length > 0).Distinct().Select(tag => new Choice(tag, SpokenLanguages.NameOf(tag), tag == value)).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)],
    };

    // Then there is nothing to choose.
    private bool HasOnlyThatSource(OrganisationDraft draft) => Entry.Choices.Sources is [var only] && only.Id == draft.SourceId;

    private ChoiceField SourceField(OrganisationDraft draft, string? error) => new()
    {
        Name = "SourceId",
        Label = Texts["Admin.Names.Source"],
        Error = error,
        Style = ChoiceStyle.Radios,
        Choices = Offer(Entry.Choices.Sources, id => id == draft.SourceId, reader),
    };

    private static TextField SlugField(string value, string? error, Texts texts) => new()
    {
        Name = "Slug",
        Label = texts["Admin.Names.Slug"],
        Hint = texts["Admin.Names.SlugHint"],
        Error = error,
        Value = value,
        Dir = "ltr",
        MaxLength = Core.Domain.Slug.MaxLength,
    };
}
