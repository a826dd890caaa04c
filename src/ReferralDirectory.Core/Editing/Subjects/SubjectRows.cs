using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Subjects;

/// <summary>Reads all subjects of a kind, some at a time, whatever somebody wrote into their rows.</summary>
internal static class SubjectRows
{
    private const int AtOnce = 500;

    /// <summary>In the order of their ids.</summary>
    public static async IAsyncEnumerable<SubjectRow> ReadAsync(DirectoryDb db, SubjectKind kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ids in (await Ids(db, kind).OrderBy(id => id).ToListAsync(cancellationToken)).Chunk(AtOnce))
        {
            var known = ids.Where(StoredText.IsId).Select(id => Guid.Parse(id)).ToList();
            var rows = await TryReadAsync(db, kind, known, cancellationToken) ?? await OneByOneAsync(db, kind, known, cancellationToken);
            foreach (var id in ids)
            {
                yield return StoredText.IsId(id) && rows.TryGetValue(Guid.Parse(id), out var row) ? row : new SubjectRow(id, null, null, false);
            }
        }
    }

    private static IQueryable<string> Ids(DirectoryDb db, SubjectKind kind) => kind switch
    {
        SubjectKind.Organisation => Ids(db, "Organisations"),
        SubjectKind.StepText => Ids(db, "StepTexts"),
        SubjectKind.AssistanceType => Ids(db, "AssistanceTypes"),
        SubjectKind.Audience => Ids(db, "Audiences"),
    };

    private static IQueryable<string> Ids(DirectoryDb db, string table) => db.Ask<string>($"SELECT {db.TextOf("Id")} AS \"Value\" FROM \"{table}\"");

    private static async Task<Dictionary<Guid, SubjectRow>> OneByOneAsync(DirectoryDb db, SubjectKind kind, List<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<Guid, SubjectRow>();
        foreach (var id in ids)
        {
            if (await TryReadAsync(db, kind, [id], cancellationToken) is { Count: 1 } read)
            {
                rows[id] = read[id];
            }
        }

        return rows;
    }

    // Null where a row says what none could say. What EF Core throws then depends on the column.
    private static async Task<Dictionary<Guid, SubjectRow>?> TryReadAsync(DirectoryDb db, SubjectKind kind, List<Guid> ids, CancellationToken cancellationToken)
    {
        try
        {
            return kind switch
            {
                SubjectKind.Organisation => (await db.Organisations.AsNoTracking().AsSplitQuery().Include(o => o.Places).Include(o => o.Contacts)
                    .Include(o => o.Services).ThenInclude(service => service.AssistanceTypes)
                    .Include(o => o.Services).ThenInclude(service => service.Audiences)
                    .Where(o => ids.Contains(o.Id)).ToListAsync(cancellationToken))
                    .ToDictionary(o => o.Id, o => new SubjectRow(StoredText.OfId(o.Id), DraftOf.Organisation(o), o.CountryId, o.TakenDown is not null)),
                SubjectKind.StepText => (await db.StepTexts.AsNoTracking().Where(text => ids.Contains(text.Id))
                    .Select(text => new { Text = text, Country = db.Steps.Where(step => step.Id == text.StepId).Select(step => (Guid?)step.CountryId).FirstOrDefault() }).ToListAsync(cancellationToken))
                    .ToDictionary(found => found.Text.Id, found => Row(found.Text.Id, DraftOf.StepText(found.Text), found.Country)),
                SubjectKind.AssistanceType => (await db.AssistanceTypes.AsNoTracking().Where(type => ids.Contains(type.Id)).ToListAsync(cancellationToken)).ToDictionary(type => type.Id, type => Row(type.Id, DraftOf.AssistanceType(type))),
                SubjectKind.Audience => (await db.Audiences.AsNoTracking().Where(audience => ids.Contains(audience.Id)).ToListAsync(cancellationToken)).ToDictionary(audience => audience.Id, audience => Row(audience.Id, DraftOf.Audience(audience))),
            };
        }
        catch (Exception problem) when (problem is not (DbException or OperationCanceledException))
        {
            return null;
        }
    }

    private static SubjectRow Row(Guid id, SubjectDraft draft, Guid? country = null) => new(StoredText.OfId(id), draft, country, false);
}
