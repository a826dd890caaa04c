using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>One page of an entry's forms: a part of the draft that is filled in and saved at once.</summary>
public abstract class EntryTask(EntryState entry, Texts texts)
{
    protected EntryState Entry => entry;

    protected Texts Texts => texts;

    /// <summary>Its name in the address.</summary>
    public abstract string Slug { get; }

    /// <summary>Which service or contact it is about; empty for a new one; null where the page has no items.</summary>
    public virtual Guid? Item => null;

    public abstract string Title { get; }

    /// <summary>What to know before one types; null where there is nothing.</summary>
    public virtual string? Lead => null;

    /// <summary>What not to do, because somebody may come to harm; null where there is nothing.</summary>
    public virtual string? Warning => null;

    /// <summary>The part of the draft this page is about, and nothing else of it.</summary>
    public abstract OrganisationDraft PartOf(OrganisationDraft draft);

    /// <summary>Where faults of that part stand.</summary>
    public abstract IReadOnlyList<string> Paths { get; }

    /// <param name="draft">As it is to be shown.</param>
    /// <param name="faults">Of that draft.</param>
    public abstract IReadOnlyList<Field> Fields(OrganisationDraft draft, FieldFaults faults);

    /// <summary>The draft with what was typed.</summary>
    public abstract OrganisationDraft Apply(OrganisationDraft draft, PostedForm form);

    /// <summary>The fields with errors, where what was typed cannot be kept in a draft; empty where it can.</summary>
    public virtual IReadOnlyList<Field> Refuse(OrganisationDraft draft, PostedForm form) => [];

    /// <summary>What was typed for a part that the draft has not any more: it can only be copied. Each to be read only; may be empty.</summary>
    public virtual IReadOnlyList<TextField> ToCopy(OrganisationDraft draft, PostedForm form) => [];

    /// <summary>For the page with opening hours: its table; null on all others.</summary>
    /// <inheritdoc cref="Fields"/>
    public virtual HoursTable? Hours(OrganisationDraft draft, FieldFaults faults) => null;

    /// <summary>Where the button that was pressed only changes the page, such as one more line: the draft to show; otherwise null.</summary>
    public virtual OrganisationDraft? Rearrange(OrganisationDraft draft, PostedForm form) => null;

    /// <summary>Where one goes on after saving.</summary>
    public virtual string NextHref => EntryLinks.Entry(entry.Id, "saved");

    public virtual string BackHref => EntryLinks.Entry(entry.Id);

    public abstract string Href { get; }

    /// <summary>The same page once this was saved, when a new or changed item may have got a new id.</summary>
    /// <param name="before">As it was before.</param>
    /// <param name="saved">As it was saved.</param>
    public virtual string HrefIn(OrganisationDraft before, OrganisationDraft saved) => Href;

    /// <summary>
    /// Goes into the form and comes back with it: whether this part has been saved in another window meanwhile. Other parts may
    /// have been; they do not touch this one.
    /// </summary>
    public string MarkOf(OrganisationDraft draft) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(DraftJson.Write(PartOf(draft))))[..8]);

    protected static IReadOnlyList<Choice> Offer(IEnumerable<DraftChoice> choices, Func<Guid, bool> isChosen, Reader reader) =>
        [.. choices.Select(choice => (choice.Id, Name: reader.Show(choice.Name))).Select(choice => new Choice(choice.Id.ToString(), choice.Name.Text, isChosen(choice.Id), choice.Name.Lang))];
}
