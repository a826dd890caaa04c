using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>Reads confirmations, and what readers reported. Changes nothing.</summary>
public sealed class ConfirmationArchive(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    /// <summary>Months that <see cref="ByMonthAsync"/> counts, this one among them.</summary>
    public const int Months = 12;

    /// <summary>What readers reported and no confirmation has answered, by contact. Of every contact: leave out what is not the reader's.</summary>
    public async Task<IReadOnlyDictionary<Guid, OpenReports>> ReportsAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var oldest = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-ReaderReport.KeptDays);
        var reports = await db.ReaderReports.Where(report => report.SettledById == null && report.Day >= oldest)
            .GroupBy(report => new { report.ContactPointId, report.Kind })
            .Select(group => new { group.Key.ContactPointId, group.Key.Kind, Count = group.Sum(report => report.Count), Last = group.Max(report => report.Day) })
            .ToListAsync(cancellationToken);
        return reports.GroupBy(report => report.ContactPointId).ToDictionary(group => group.Key, group => new OpenReports(
            group.Where(report => report.Kind == ReportKind.NobodyAnswered).Sum(report => report.Count),
            group.Where(report => report.Kind == ReportKind.Wrong).Sum(report => report.Count),
            group.Max(report => report.Last)));
    }

    /// <summary>The latest confirmation of each contact that has one.</summary>
    public async Task<IReadOnlyDictionary<Guid, Confirmation>> LatestAsync(IReadOnlyCollection<Guid> contacts, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.Confirmations.AsNoTracking().Where(confirmation => contacts.Contains(confirmation.ContactPointId)).ToListAsync(cancellationToken);
        return found.GroupBy(confirmation => confirmation.ContactPointId).ToDictionary(group => group.Key, group => group.MaxBy(confirmation => confirmation.At)!);
    }

    /// <summary>Those that were made at a moment, as <see cref="ConfirmationResult.At"/> says it, of contacts that are the actor's.</summary>
    public async Task<ImmutableArray<Confirmation>> MadeAtAsync(Actor actor, DateTime at, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. await Of(db, actor).Where(confirmation => confirmation.At == at).ToListAsync(cancellationToken)];
    }

    /// <summary>How many contacts of the actor's were confirmed in each of the last <see cref="Months"/> months, the earliest first.</summary>
    public async Task<ImmutableArray<(DateOnly Month, int Count)>> ByMonthAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var first = new DateTime(now.Year, now.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1 - Months);
        // By their bounds, in one statement: a time is a text, of which a database knows no month.
        var counts = await Enumerable.Range(0, Months).Select(month => InMonth(db, actor, first, month)).Aggregate((some, more) => some.Concat(more))
            .GroupBy(month => month).Select(group => new { Month = group.Key, Count = group.Count() }).ToDictionaryAsync(month => month.Month, month => month.Count, cancellationToken);
        return [.. Enumerable.Range(0, Months).Select(month => (DateOnly.FromDateTime(first.AddMonths(month)), counts.GetValueOrDefault(month)))];
    }

    private static IQueryable<int> InMonth(DirectoryDb db, Actor actor, DateTime first, int month)
    {
        var (from, to) = (first.AddMonths(month), first.AddMonths(month + 1));
        return Of(db, actor).Where(confirmation => confirmation.At >= from && confirmation.At < to).Select(_ => month);
    }

    private static IQueryable<Confirmation> Of(DirectoryDb db, Actor actor)
    {
        var (reviewed, edited) = (actor.ReviewsCountries.ToList(), actor.EditsOrganisations.ToList());
        return from confirmation in db.Confirmations.AsNoTracking()
               join contact in db.ContactPoints on confirmation.ContactPointId equals contact.Id
               join organisation in db.Organisations on contact.OrganisationId equals organisation.Id
               where actor.IsAdministrator || reviewed.Contains(organisation.CountryId) || edited.Contains(organisation.Id)
               select confirmation;
    }
}
