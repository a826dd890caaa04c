using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>In which languages one is answered.</summary>
public sealed class LanguagesTask(EntryState entry, Texts texts) : EntryTask(entry, texts)
{
    public const string Name = "languages";

    private const string Spoken = "LanguagesSpoken";

    private const string OtherLanguages = "OtherLanguages";

    public override string Slug => Name;

    public override string Title => Texts["Admin.Hours.Languages"];

    public override string Href => EntryLinks.Task(Entry.Id, Name);

    public override IReadOnlyList<string> Paths { get; } = [Spoken];

    public override OrganisationDraft PartOf(OrganisationDraft draft) => new() { LanguagesSpoken = draft.LanguagesSpoken };

    public override IReadOnlyList<Field> Fields(OrganisationDraft draft, FieldFaults faults) =>
    [
        new ChoiceField
        {
            Name = Spoken,
            Label = Texts["Admin.Hours.Languages"],
            Hint = Texts["Admin.Hours.LanguagesHint"],
            Style = ChoiceStyle.Checkboxes,
            Choices = [.. SpokenLanguages.Offered.Select(tag => new Choice(tag, SpokenLanguages.NameOf(tag), draft.LanguagesSpoken.Contains(tag))).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)],
        },
        new TextField
        {
            Name = OtherLanguages,
            Label = Texts["Admin.Hours.OtherLanguages"],
            Hint = Texts["Admin.Hours.OtherLanguagesHint"],
            Error = faults[Spoken],
            Value = string.Join('\n', draft.LanguagesSpoken.Except(SpokenLanguages.Offered).Select(SpokenLanguages.NameOf)),
            Lines = 2,
        },
    ];

    public override OrganisationDraft Apply(OrganisationDraft draft, PostedForm form) => draft with
    {
        LanguagesSpoken = [.. draft.LanguagesSpoken.Where(form.All(Spoken).Contains), .. form.All(Spoken).Except(draft.LanguagesSpoken), .. OthersIn(form)],
    };

    private static IEnumerable<string> OthersIn(PostedForm form) =>
        form.Lines(OtherLanguages).SelectMany(line => line.Split(',')).Select(SpokenLanguages.Read).Where(tag => tag.Length > 0);
}
