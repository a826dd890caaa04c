using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Subjects;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>Compares revisions, and what the public sees, with what a whole log says of them. One of these for each look.</summary>
internal sealed class ContentVerifier(DirectoryDb db, SealedContent told)
{
    private readonly ImmutableArray<BrokenContent>.Builder broken = ImmutableArray.CreateBuilder<BrokenContent>();
    private long unsealed;
    private long partlySealed;

    /// <summary>Looks at everything once.</summary>
    public async Task<AuditReport> VerifyAsync(AuditReport report, CancellationToken cancellationToken)
    {
        await CompareRevisionsAsync(cancellationToken);
        foreach (var kind in Enum.GetValues<SubjectKind>())
        {
            await CompareSubjectsAsync(kind, cancellationToken);
        }

        await CompareShownNumbersAsync(cancellationToken);
        await CompareRestAsync(cancellationToken);
        broken.AddRange((await new AccountVerifier(db, told.Accounts, told.IsFromTheStart).FindAsync(cancellationToken)).Take(AuditReport.MaxContents - broken.Count));
        return report with { Contents = broken.ToImmutable(), Unsealed = unsealed, PartlySealed = partlySealed };
    }

    private async Task CompareRevisionsAsync(CancellationToken cancellationToken)
    {
        var gone = new Dictionary<Guid, RevisionSeal>(told.Revisions);
        var loaded = told.Subjects.Where(subject => subject.Value is { Loaded: not null, EditedAt: not null }).Select(subject => subject.Key).ToHashSet();
        await foreach (var row in RevisionRow.AllOf(db).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var seal = Guid.TryParse(row.Id, out var id) ? told.Revisions.GetValueOrDefault(id) : null;
            gone.Remove(id);
            if (row.Read() is not { } revision || !(seal is null ? IsAsNobodyTold(revision, loaded) : seal.Allows(revision, told.Merged)))
            {
                Add(ContentFault.RevisionChanged, KindOf(row.SubjectKind), row.SubjectId ?? "", "", [], seal?.Number);
                continue;
            }

            partlySealed += seal?.IsWhole ?? told.IsFromTheStart ? 0 : 1;
            if (seal is { State: RevisionState.Published } && told.Subjects.TryGetValue((seal.Kind, seal.Subject), out var standing) && standing.RevisionId == id)
            {
                told.Subjects[(seal.Kind, seal.Subject)] = standing with { Sum = SumOf(revision) };
            }
        }

        foreach (var seal in gone.Values.OrderBy(seal => seal.Number))
        {
            Add(ContentFault.RevisionGone, seal.Kind, seal.Subject.ToString(), "", [], seal.Number);
        }

        foreach (var (kind, id) in loaded.Order())
        {
            Add(ContentFault.RevisionGone, kind, id.ToString(), "", [], null);
        }
    }

    // What the log has no word of is what an entry said before it was first edited, written down once, when that happened.
    private bool IsAsNobodyTold(Revision revision, HashSet<(AuditSubject, Guid)> loaded)
    {
        var key = (KindOf(revision.SubjectKind.ToString()), revision.SubjectId);
        if (told.Subjects.GetValueOrDefault(key) is not { Loaded: { } said, EditedAt: { } at })
        {
            // A log that begins later says nothing of what was there before.
            return !told.IsFromTheStart && (revision.Origin == RevisionOrigin.Loaded || revision.State is RevisionState.Draft or RevisionState.Withdrawn);
        }

        return loaded.Remove(key) && SumOf(revision)?.Hash == said.Hash && revision is
        {
            Number: 1, State: RevisionState.Published, Origin: RevisionOrigin.Loaded, AuthorId: null, Contributors.IsEmpty: true, Note: "", SubmittedAt: null, DecidedById: null, Reason: null,
            BaseVersion: null, BaseRevisionId: null, AppliedVersion: not null, BringsBack: false,
        } && revision.CreatedAt == at && revision.DecidedAt == at;
    }

    /// <returns>Null where the snapshot cannot be read.</returns>
    private static ContentSum? SumOf(Revision revision)
    {
        try
        {
            return ContentSum.Of(DraftJson.Read(revision.Snapshot), revision.CountryId);
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private async Task CompareSubjectsAsync(SubjectKind kind, CancellationToken cancellationToken)
    {
        var audited = AuditSubjectOf(kind);
        var gone = told.Subjects.Keys.Where(key => key.Kind == audited).Select(key => key.Id).ToHashSet();
        await foreach (var row in SubjectRows.ReadAsync(db, kind, cancellationToken))
        {
            var standing = Guid.TryParse(row.Id, out var id) ? told.Subjects.GetValueOrDefault((audited, id)) : null;
            if (!StoredText.IsId(row.Id) || (standing is null && told.IsFromTheStart))
            {
                // The same id in small letters is another row.
                Add(ContentFault.Added, audited, row.Id, NameOf(row.Draft), [], null);
                continue;
            }

            gone.Remove(id);
            unsealed += standing is { IsSealed: true } ? 0 : 1;
            if (row.Draft is null)
            {
                Add(ContentFault.Gone, audited, row.Id, "", [], standing?.Number);
            }
            else if (standing is not null)
            {
                Compare(audited, row, row.Draft, standing);
            }
        }

        foreach (var id in gone.Order())
        {
            Add(ContentFault.Gone, audited, id.ToString(), "", [], told.Subjects[(audited, id)].Number);
        }
    }

    private void Compare(AuditSubject kind, SubjectRow row, SubjectDraft draft, SealedContent.Standing standing)
    {
        var sum = ContentSum.Of(draft, row.CountryId);
        // A published revision that cannot be read was named already.
        if (standing.Sum is { } said && said.Hash != sum.Hash)
        {
            Add(ContentFault.Changed, kind, row.Id, NameOf(draft), sum.Differing(said, ContentSum.NamesOf(draft)), standing.Number);
        }

        if (row.IsTakenDown != standing.IsDown)
        {
            Add(ContentFault.Visibility, kind, row.Id, NameOf(draft), [], standing.Number);
        }
    }

    // How a number is written stands beside it, and is what a page shows.
    private async Task CompareShownNumbersAsync(CancellationToken cancellationToken)
    {
        await foreach (var number in ShownNumber.AllOf(db).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!number.IsTrue())
            {
                Add(ContentFault.Changed, AuditSubject.Organisation, number.OrganisationId ?? "", "", [nameof(OrganisationDraft.Contacts)], null);
            }
        }
    }

    private async Task CompareRestAsync(CancellationToken cancellationToken)
    {
        if (told.Subjects.GetValueOrDefault((AuditSubject.Site, Guid.Empty)) is { Sum: { } said } standing && await FixedContent.SumAsync(db, cancellationToken) is var sum && sum.Hash != said.Hash)
        {
            Add(ContentFault.Changed, AuditSubject.Site, "", "", sum.Differing(said, FixedContent.Names), standing.Number);
        }

        foreach (var table in await StrayRows.TablesAsync(db, cancellationToken))
        {
            Add(ContentFault.Added, AuditSubject.Site, "", "", [table], null);
        }
    }

    private void Add(ContentFault fault, AuditSubject kind, string id, string name, ImmutableArray<string> fields, long? number)
    {
        if (broken.Count < AuditReport.MaxContents)
        {
            broken.Add(new BrokenContent(fault, kind, id, name, fields, number));
        }
    }

    private static string NameOf(SubjectDraft? draft) => draft switch
    {
        OrganisationDraft organisation => organisation.Slug,
        AssistanceTypeDraft type => type.Slug,
        AudienceDraft audience => audience.Slug,
        StepTextDraft text => text.Language,
        _ => "",
    };

    private static AuditSubject AuditSubjectOf(SubjectKind kind) => SubjectState.New(new Subject(kind, Guid.Empty), null).AuditSubject;

    private static AuditSubject KindOf(string? kind) => Enum.TryParse<AuditSubject>(kind, out var found) && found.ToString() == kind ? found : AuditSubject.Site;
}
