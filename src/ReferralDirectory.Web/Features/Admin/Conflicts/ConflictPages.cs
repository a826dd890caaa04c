using System.Collections.Immutable;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Conflicts;

/// <summary>Reads what the page of a conflict shows.</summary>
public sealed class ConflictPages(RevisionArchive archive, DraftChoicesReader choices, StaffNames staff, Reader reader, Texts texts)
{
    /// <summary>Null where there is no such revision that was overtaken, or somebody else brings it up to date.</summary>
    public async Task<ConflictPage?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        await archive.FindAsync(actor, id, cancellationToken) is { MayRebase: true, Summary: { } revision }
            ? await PageAsync(actor, revision, cancellationToken)
            : null;

    /// <summary>The page with the choices that were made before somebody had to sign in again: going on makes them, and asks for those that are missing.</summary>
    public ConflictPage BroughtBack(ConflictPage page, IReadOnlyDictionary<string, MergeChoice> made, Guid theirsId) => page with { TheirsId = theirsId, Made = made, Problem = texts["Staff.Form.BroughtBack"] };

    /// <summary>The page with a question for each field that both changed and that is to be chosen. What was chosen against another publication is asked for again.</summary>
    public async Task<ConflictPage> ToChooseAsync(Actor actor, Guid id, DraftConflict conflict, IReadOnlyDictionary<string, MergeChoice> made, CancellationToken cancellationToken)
    {
        var revision = (await archive.FindAsync(actor, id, cancellationToken))!.Summary;
        var names = new FieldNames(texts, await choices.ReadAsync(revision.CountryId, cancellationToken), reader.Language.Tag);
        var page = await PageAsync(actor, revision, cancellationToken);
        var isAgain = conflict.Fields.Any(field => made.ContainsKey(field.Path));
        return page with
        {
            TheirsId = conflict.TheirsId,
            Made = made.Where(choice => conflict.Fields.All(field => field.Path != choice.Key)).ToDictionary(),
            Fields = [.. conflict.Fields.Select(field => QuestionFor(field, names, page.IsOwn, made.TryGetValue(field.Path, out var choice) ? choice : null, isMissed: made.Count > 0 && !isAgain))],
            Problem = isAgain ? texts["Admin.Conflict.Again"] : null,
        };
    }

    private ChoiceField QuestionFor(MergeConflict field, FieldNames names, bool isOwn, MergeChoice? made, bool isMissed) => new()
    {
        Name = ConflictForm.NameOf(field.Path),
        Label = names.FieldOf(field.Path),
        Hint = field.Base.IsEmpty ? null : texts["Admin.Conflict.Base", Lines(field, names, field.Base)],
        Error = isMissed ? texts["Admin.Conflict.Missed"] : null,
        Style = ChoiceStyle.Radios,
        Choices =
        [
            new Choice(nameof(MergeChoice.Theirs), texts["Admin.Conflict.Theirs"], made == MergeChoice.Theirs, Hint: Lines(field, names, field.Theirs)),
            new Choice(nameof(MergeChoice.Mine), texts[isOwn ? "Admin.Conflict.Mine" : "Admin.Conflict.MineOfOthers"], made == MergeChoice.Mine, Hint: Lines(field, names, field.Mine)),
        ],
    };

    private string Lines(MergeConflict field, FieldNames names, ImmutableArray<string> lines) =>
        lines.IsEmpty ? texts["Admin.Conflict.Nothing"] : string.Join('\n', lines.Select(line => names.Value(field.Label, line)));

    private async Task<ConflictPage> PageAsync(Actor actor, RevisionSummary revision, CancellationToken cancellationToken) => new()
    {
        Title = texts["Admin.Conflict.Title"],
        IsOwn = revision.AuthorId == actor.Id,
        Revision = RevisionView.From(revision, await staff.ReadAsync(RevisionView.PeopleOf(revision), cancellationToken), reader, texts),
    };
}
