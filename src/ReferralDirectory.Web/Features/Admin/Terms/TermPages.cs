using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Terms;

/// <summary>Reads what the pages of the taxonomy show.</summary>
public sealed class TermPages(DraftDesk desk, RevisionArchive archive, DraftChoicesReader choicesReader, Rejections rejections, Reader reader, Texts texts)
{
    // Of one request, which reads them once.
    private DraftChoices? choices;

    public async Task<TermListPage> ListAsync(Actor actor, CancellationToken cancellationToken) => TermListPage.For(
        actor,
        await archive.OpenAsync(actor, [SubjectKind.AssistanceType, SubjectKind.Audience], cancellationToken),
        reader,
        texts);

    /// <summary>The actor's draft, or what is published, or an empty form; null where there is none of that kind, or they may not edit it.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="kind">A kind of term.</param>
    /// <param name="id">Null for a new one.</param>
    /// <param name="form">What was typed instead; null for nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<TermPage?> FindAsync(Actor actor, SubjectKind? kind, Guid? id, PostedForm? form, CancellationToken cancellationToken)
    {
        if (kind is not (SubjectKind.AssistanceType or SubjectKind.Audience) || !actor.IsAdministrator)
        {
            return null;
        }

        choices = await choicesReader.ReadAsync(null, cancellationToken);
        var start = id is { } known ? await desk.OpenAsync(actor, new Subject(kind.Value, known), cancellationToken) : null;
        var own = (await archive.OwnAsync(actor, cancellationToken)).Where(revision => revision.Subject.Kind == kind && revision.Subject.Id == id).ToList();
        // What was typed on a new one that was sent, given up or rejected meanwhile becomes another draft.
        var last = own.Find(revision => revision.State == RevisionState.Draft)
            ?? (form is not null && start is null && id is { } past ? await archive.LastOwnAsync(actor, new Subject(kind.Value, past), cancellationToken) : null);
        var saved = last is null ? null : await archive.FindAsync(actor, last.Id, cancellationToken);
        if (id is not null && start is null && saved is null)
        {
            return null;
        }

        var before = saved?.Draft ?? start?.Draft ?? Empty(kind.Value);
        var draft = form is null ? before : TermForm.Read(form, before, choices.Languages);
        return new TermPage
        {
            Kind = kind.Value,
            Id = id,
            PublishedId = start is null ? null : id,
            Title = texts[id is null ? $"Admin.Term.New.{kind}" : $"Admin.Kind.{kind}"],
            Draft = draft,
            NoPosition = TermForm.NoPosition(form),
            Hidden = form is not null ? DraftForm.Read(form) : saved is null ? new DraftForm(null, null, start?.BaseVersion, "") : DraftForm.Of(saved.Summary),
            Fields = FieldsOf(draft, [], isNew: start is null, TermForm.NoPosition(form)),
            Rejected = id is { } edited ? await rejections.FindAsync(actor, new Subject(kind.Value, edited), cancellationToken) : null,
            WaitingHref = own.Find(revision => revision.State == RevisionState.Submitted) is { } waiting ? EditingLinks.Sent(waiting.Id) : null,
        };
    }

    /// <summary>The page with what was typed, and how readers will see it.</summary>
    public TermPage WithPreview(TermPage page) => page with { Previews = NeedPreview.AllOf(page.Draft, choices!.Languages) };

    /// <summary>The page after an attempt to save that leaves something to do.</summary>
    public TermPage After(TermPage page, EditResult result) => result switch
    {
        EditResult.Done { Revision: { } saved, Faults: var faults } => page with { Id = saved.Subject.Id, Hidden = DraftForm.Of(saved), Fields = FieldsOf(page, faults) },
        EditResult.Faulty { Faults: var faults } => page with { Fields = FieldsOf(page, faults), Problem = Refusal.SentenceOf(result, texts) },
        EditResult.Overtaken { Now: var now, Stored: var stored } => page with { Hidden = DraftForm.Of(now), Stored = Between(stored, page.Draft), Problem = texts["Admin.Problem.OtherWindow"] },
        EditResult.WrongState => page with { Hidden = page.Hidden with { RevisionId = null, RevisionVersion = null }, Problem = texts["Admin.Problem.DraftIsPast"] },
        EditResult.TooManyDrafts => page with { Problem = Refusal.SentenceOf(result, texts) },
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private ChangeList Between(SubjectDraft stored, SubjectDraft typed) =>
        ChangeList.From(DraftDifference.Between(stored, typed), stored, typed, new FieldNames(texts, choices!, reader.Language.Tag), texts);

    private IReadOnlyList<Field> FieldsOf(TermPage page, ImmutableArray<DraftFault> faults) => FieldsOf(page.Draft, faults, page.PublishedId is null, page.NoPosition);

    private IReadOnlyList<Field> FieldsOf(SubjectDraft draft, ImmutableArray<DraftFault> faults, bool isNew, string noPosition) => new TermFields(faults, choices!.Languages, isNew, noPosition, texts).Of(draft);

    // A new one comes last.
    private SubjectDraft Empty(SubjectKind kind) => kind == SubjectKind.AssistanceType
        ? new AssistanceTypeDraft { Position = choices!.AssistanceTypes.Length }
        : new AudienceDraft { Position = choices!.Audiences.Length };
}
