using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;

namespace ReferralDirectory.Core.Editing;

/// <summary>
/// Where contacts are confirmed: somebody checked that they are right. No contact changes by it, so one person is enough. Reload
/// the published directory afterwards.
/// </summary>
public sealed class ConfirmationDesk(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    /// <summary>Contacts that can be confirmed at once.</summary>
    public const int MostAtOnce = 500;

    /// <summary>
    /// Confirms contacts, all of them in one transaction. A contact has a new id with each new value, so that nothing is
    /// confirmed but what the actor looked at. Confirming again on the same day in the same way changes nothing.
    /// </summary>
    /// <remarks>
    /// An editor speaks for the organisation: what they confirm is <see cref="ConfirmationMethod.Told"/>, whatever
    /// <paramref name="how"/> says. A reviewer says how they checked. What readers reported of a contact is settled by it.
    /// </remarks>
    /// <param name="actor">Who: an editor of the organisation, or a reviewer of its country.</param>
    /// <param name="contacts">Ids, at most <see cref="MostAtOnce"/>.</param>
    /// <param name="how">How it was checked.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more.</exception>
    public Task<ConfirmationResult> ConfirmAsync(Actor actor, IReadOnlyCollection<Guid> contacts, ConfirmationMethod how, CancellationToken cancellationToken) =>
        RunAsync(async (db, now) =>
        {
            var found = await FindAsync(db, actor, contacts, cancellationToken);
            var ids = found.SelectMany(organisation => organisation.Contacts).ToList();
            var (today, tomorrow) = (now.Date, now.Date.AddDays(1));
            var earlier = await db.Confirmations.Where(confirmation => ids.Contains(confirmation.ContactPointId) && confirmation.At >= today && confirmation.At < tomorrow)
                .Select(confirmation => new { confirmation.ContactPointId, confirmation.How }).ToListAsync(cancellationToken);
            List<Guid> confirmed = [];
            foreach (var organisation in found)
            {
                var method = actor.ReviewsCountries.Contains(organisation.CountryId) ? how : ConfirmationMethod.Told;
                var fresh = organisation.Contacts.Where(id => !earlier.Exists(known => known.ContactPointId == id && known.How == method)).ToList();
                if (fresh.Count > 0)
                {
                    await AddAsync(db, fresh, organisation, actor.Id, method, now, now, cancellationToken);
                    confirmed.AddRange(fresh);
                }
            }

            return new ConfirmationResult(now, [.. confirmed], [.. ids.Except(confirmed)], [.. contacts.Except(ids)], [.. found.Select(organisation => organisation.Id)]);
        }, contacts.Count, cancellationToken);

    /// <summary>
    /// Takes confirmations back that were made by mistake: an editor those of the organisation itself, a reviewer all. What readers
    /// had reported before counts again.
    /// </summary>
    /// <param name="actor">Who.</param>
    /// <param name="confirmations">Ids, at most <see cref="MostAtOnce"/>; others than those the actor may take back are left alone.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Organisations in which something was taken back.</returns>
    public Task<ImmutableHashSet<Guid>> UndoAsync(Actor actor, IReadOnlyCollection<Guid> confirmations, CancellationToken cancellationToken) =>
        RunAsync(async (db, now) =>
        {
            var found = await db.Confirmations.Where(confirmation => confirmations.Contains(confirmation.Id)).ToListAsync(cancellationToken);
            var organisations = await FindAsync(db, actor, [.. found.Select(confirmation => confirmation.ContactPointId)], cancellationToken);
            List<Guid> changed = [];
            foreach (var organisation in organisations)
            {
                var mine = found.Where(confirmation => organisation.Contacts.Contains(confirmation.ContactPointId)
                    && (confirmation.How == ConfirmationMethod.Told || actor.ReviewsCountries.Contains(organisation.CountryId))).ToList();
                if (mine.Count > 0)
                {
                    db.RemoveRange(mine);
                    await SaveAsync(db, AuditAction.ConfirmationUndone, organisation.Id, actor.Id, mine.Select(confirmation => $"{confirmation.How} {Short(confirmation.ContactPointId)}"), now, cancellationToken);
                    changed.Add(organisation.Id);
                }
            }

            return changed.ToImmutableHashSet();
        }, confirmations.Count, cancellationToken);

    /// <summary>Adds confirmations of one organisation's contacts, with their audit entry, to what is saved at once.</summary>
    internal static async Task AddAsync(DirectoryDb db, IReadOnlyCollection<Guid> contacts, ConfirmedOrganisation organisation, Guid? actorId, ConfirmationMethod how, DateTime at, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var contact in contacts)
        {
            var confirmation = new Confirmation { Id = Guid.NewGuid(), ContactPointId = contact, At = at, How = how, By = organisation.ByOf(how) };
            db.Add(confirmation);
            foreach (var report in await db.ReaderReports.Where(report => report.ContactPointId == contact && report.SettledById == null).ToListAsync(cancellationToken))
            {
                report.SettledById = confirmation.Id;
            }
        }

        await SaveAsync(db, AuditAction.Confirmed, organisation.Id, actorId, contacts.Select(Short).Prepend(how.ToString()), now, cancellationToken);
    }

    private async Task<T> RunAsync<T>(Func<DirectoryDb, DateTime, Task<T>> work, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostAtOnce);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWritingAsync(cancellationToken);
        var result = await work(db, time.GetUtcNow().UtcDateTime);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    // Of several organisations, in the order of their ids: the audit log reads the same whatever the form's order was. Nothing is found
    // for who lost since their request began what they could do.
    private static async Task<List<ConfirmedOrganisation>> FindAsync(DirectoryDb db, Actor actor, IReadOnlyCollection<Guid> contacts, CancellationToken cancellationToken)
    {
        if (!await EditingSession.MayStillAsync(db, actor, cancellationToken))
        {
            return [];
        }

        var found = await db.Organisations
            .Join(db.ContactPoints, organisation => organisation.Id, contact => contact.OrganisationId, (organisation, contact) => new { organisation.Id, organisation.CountryId, organisation.Name, organisation.OwnLanguage, Contact = contact.Id })
            .Where(pair => contacts.Contains(pair.Contact)).ToListAsync(cancellationToken);
        var countries = await db.Countries.ToDictionaryAsync(country => country.Id, country => country.Name, cancellationToken);
        return [.. found.Where(pair => actor.MayEdit(new Subject(SubjectKind.Organisation, pair.Id), pair.CountryId)).GroupBy(pair => pair.Id).OrderBy(group => group.Key)
            .Select(group => new ConfirmedOrganisation(group.Key, group.First().CountryId, group.First().Name.In(group.First().OwnLanguage).Text, countries[group.First().CountryId].In(group.First().OwnLanguage).Text, [.. group.Select(pair => pair.Contact)]))];
    }

    private static async Task SaveAsync(DirectoryDb db, AuditAction action, Guid organisationId, Guid? actorId, IEnumerable<string> detail, DateTime now, CancellationToken cancellationToken)
    {
        await AuditLog.AppendAsync(db, now, actorId, action, AuditSubject.Organisation, organisationId, null, string.Join(' ', detail), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    // Enough to tell an organisation's contacts apart, and short enough for all of them.
    private static string Short(Guid contact) => contact.ToString("N")[..8];
}
