using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Previews;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.StepTexts;

/// <summary>Reads what the pages of step texts show.</summary>
public sealed class StepTextPages(DraftDesk desk, RevisionArchive archive, DraftChoicesReader choicesReader, Rejections rejections, Reader reader, Texts texts)
{
    // Of one request, which reads them once.
    private DraftChoices? choices;
    private string original = "";

    public async Task<StepListPage> ListAsync(Actor actor, CancellationToken cancellationToken) => StepListPage.For(
        actor,
        await archive.OpenAsync(actor, [SubjectKind.StepText], cancellationToken),
        reader,
        texts);

    /// <summary>The actor's draft, or what is published, or an empty form; null where there is no such step and language, or they may not edit it.</summary>
    public async Task<StepTextPage?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (StepTextPlace.Find(id, reader.Directory) is not { } place || !actor.ReviewsCountries.Contains(place.Country.Id))
        {
            return null;
        }

        var subject = new Subject(SubjectKind.StepText, id);
        var start = await desk.OpenAsync(actor, subject, cancellationToken);
        original = place.Original.Content;
        choices = await choicesReader.ReadAsync(place.Country.Id, cancellationToken);
        var own = (await archive.OwnAsync(actor, cancellationToken)).Where(revision => revision.Subject == subject).ToList();
        var saved = own.Find(revision => revision.State == RevisionState.Draft) is { } last ? await archive.FindAsync(actor, last.Id, cancellationToken) : null;
        var draft = (StepTextDraft)(saved?.Draft ?? start?.Draft ?? EmptyOf(place));
        return new StepTextPage
        {
            Id = id,
            PublishedId = start is null ? null : id,
            Title = SubjectNames.StepName(place.Step, draft.Language, reader, texts),
            Draft = draft,
            Hidden = saved is null ? new DraftForm(null, null, start?.BaseVersion, "") : DraftForm.Of(saved.Summary),
            Fields = FieldsOf(draft, []),
            Original = StepPreview.OriginalOf(draft, reader, texts),
            OriginalHash = draft.State == TranslationState.Original ? null : Translation.HashOf(original),
            Rejected = await rejections.FindAsync(actor, subject, cancellationToken),
            WaitingHref = own.Find(revision => revision.State == RevisionState.Submitted) is { } waiting ? EditingLinks.Sent(waiting.Id) : null,
        };
    }

    /// <summary>What was typed into a page that <see cref="FindAsync"/> found.</summary>
    public StepTextDraft Read(StepTextPage page, PostedForm form) => StepTextForm.Read(form, page.Draft, IsOutdated(page.Draft));

    /// <summary>The page with what was typed instead, and how the public would see that.</summary>
    public StepTextPage WithTyped(StepTextPage page, StepTextDraft typed, PostedForm form) => page with
    {
        Draft = typed,
        Hidden = DraftForm.Read(form),
        // Still of the original that stood beside it, until somebody is told that it is another.
        OriginalHash = page.OriginalHash is null ? null : form.Text(StepTextForm.Of),
        Fields = FieldsOf(typed, []),
        Preview = form.Text("do") == StepTextForm.Preview ? StepPreview.From(typed, reader) : null,
    };

    /// <summary>The page with what was typed before somebody had to sign in again.</summary>
    public StepTextPage BroughtBack(StepTextPage page, PostedForm kept) => WithTyped(page, Read(page, kept), kept) with { Problem = texts["Staff.Form.BroughtBack"] };

    /// <summary>The page with what was typed beside an original that has changed since.</summary>
    public StepTextPage OriginalChanged(StepTextPage page) => page with { Problem = texts["Admin.Step.OriginalChanged"], OriginalHash = Translation.HashOf(original) };

    /// <summary>The page after an attempt to save that leaves something to do.</summary>
    public StepTextPage After(StepTextPage page, EditResult result) => result switch
    {
        EditResult.Done { Revision: { } saved, Faults: var faults } => page with { Hidden = DraftForm.Of(saved), Fields = FieldsOf(page.Draft, faults) },
        EditResult.Faulty { Faults: var faults } => page with { Fields = FieldsOf(page.Draft, faults), Problem = Refusal.SentenceOf(result, texts) },
        // Saved again, what was typed replaces what the other window saved: so both are shown first.
        EditResult.Overtaken { Now: var now, Stored: var stored } => page with { Hidden = DraftForm.Of(now), Stored = StepPreview.From(stored, reader) is { } saved ? saved with { Label = texts["Admin.Step.Stored"] } : null, Problem = texts["Admin.Problem.OtherWindow"] },
        // That draft is past: saved again, what was typed becomes another.
        EditResult.WrongState => page with { Hidden = page.Hidden with { RevisionId = null, RevisionVersion = null }, Problem = texts["Admin.Problem.DraftIsPast"] },
        EditResult.TooManyDrafts => page with { Problem = Refusal.SentenceOf(result, texts) },
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    // A translation of what is there, by the same source.
    private static StepTextDraft EmptyOf(StepTextPlace place) => new()
    {
        StepId = place.Original.StepId,
        Language = place.Language.Value,
        State = TranslationState.Unreviewed,
        SourceId = place.Original.SourceId,
    };

    private IReadOnlyList<Field> FieldsOf(StepTextDraft draft, ImmutableArray<DraftFault> faults) => StepTextFields.Of(draft, IsOutdated(draft), faults, choices!, reader, texts);

    private bool IsOutdated(StepTextDraft draft) => Translation.IsOutdated(draft.State, draft.OfHash, original);
}
