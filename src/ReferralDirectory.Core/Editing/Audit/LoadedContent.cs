using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Subjects;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>Seals what an empty database was filled with: who changes it later without an edit is found.</summary>
internal static class LoadedContent
{
    private const int AtOnce = 200;

    /// <summary>Writes an audit entry for each entry, step text and term, and one for the rest. Call it in a transaction.</summary>
    public static async Task SealAsync(DirectoryDb db, DateTime now, CancellationToken cancellationToken)
    {
        // What is tracked is looked through at each entry.
        db.ChangeTracker.Clear();
        var added = 0;
        await AddAsync(AuditSubject.Site, Guid.Empty, await FixedContent.SumAsync(db, cancellationToken));
        foreach (var kind in Enum.GetValues<SubjectKind>())
        {
            await foreach (var found in SubjectRows.ReadAsync(db, kind, cancellationToken))
            {
                var subject = new Subject(kind, Guid.Parse(found.Id));
                await AddAsync(SubjectState.New(subject, null).AuditSubject, subject.Id, ContentSum.Of(found.Draft!, found.CountryId));
            }
        }

        await db.SaveChangesAsync(cancellationToken);

        async Task AddAsync(AuditSubject kind, Guid id, ContentSum sum)
        {
            await AuditLog.AppendAsync(db, now, null, AuditAction.Loaded, kind, id, null, AuditSeal.Add("", sum), cancellationToken);
            if (++added % AtOnce == 0)
            {
                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
            }
        }
    }
}
