using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>
/// Somebody who gives an organisation one more name after another, by the pages of a program that may be killed at any moment, and remembers
/// what they were told is done: saved, sent for review, published by a second person.
/// </summary>
/// <param name="author">Signed in.</param>
/// <param name="second">Signed in as well.</param>
/// <param name="organisation">Nobody else writes of it.</param>
/// <param name="slug">Its name in addresses.</param>
internal sealed class FaultWriter(StaffPerson author, StaffPerson second, Guid organisation, string slug)
{
    private readonly Dictionary<AuditAction, int> acknowledged = new() { [AuditAction.DraftSaved] = 0, [AuditAction.Submitted] = 0, [AuditAction.Published] = 0 };

    private Visitor writing = author.Browser, deciding = second.Browser;
    private Guid? waiting;
    private int number, saved, published;

    /// <summary>How many writes were acknowledged.</summary>
    public int Acknowledged => acknowledged.Values.Sum();

    /// <summary>Goes on where the database says that they are, with a program that was started since.</summary>
    public void Resume(HttpClient client, Stored stored, CancellationToken cancellationToken)
    {
        (writing, deciding) = (Again(writing, client, cancellationToken), Again(deciding, client, cancellationToken));
        foreach (var (action, found) in stored.Done)
        {
            acknowledged[action] = found;
        }

        (waiting, number, saved, published) = (stored.Waiting, stored.LastSaved, stored.LastSaved, stored.LastPublished);
    }

    /// <summary>Writes until the program is gone.</summary>
    /// <param name="beginning">Called when something is about to be written.</param>
    public async Task WriteAsync(Action beginning)
    {
        try
        {
            while (true)
            {
                await WriteOnceAsync(beginning);
            }
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            // Killed.
        }
    }

    /// <summary>Fails where something is missing that was acknowledged, or there is more than was under way.</summary>
    public void AssertKept(Stored stored, string when)
    {
        foreach (var (action, told) in acknowledged)
        {
            Assert.True(stored.Done[action] - told is 0 or 1, $"{slug}: {action} {told} times, found {stored.Done[action]} times {when}");
        }

        Assert.True(stored.LastSaved >= saved && stored.LastSaved <= number + 1, $"{slug}: saved {saved}, found {stored.LastSaved} {when}");
        Assert.True(stored.LastPublished >= published && stored.LastPublished <= number, $"{slug}: published {published}, found {stored.LastPublished} {when}");
    }

    /// <summary>What a database has of theirs.</summary>
    public async Task<Stored> FindAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var entry = await db.Organisations.AsNoTracking().SingleAsync(found => found.Id == organisation, cancellationToken);
        var revisions = await db.Revisions.AsNoTracking().Where(revision => revision.AuthorId == author.Id).OrderBy(revision => revision.Number).ToListAsync(cancellationToken);
        var actions = await db.AuditEntries.Where(told => told.SubjectId == organisation && (told.ActorId == author.Id || told.ActorId == second.Id)).Select(told => told.Action).ToListAsync(cancellationToken);
        var last = revisions.LastOrDefault();
        return new Stored(
            acknowledged.Keys.ToDictionary(action => action, action => actions.Count(done => done == action)),
            last?.State == RevisionState.Submitted ? last.Id : null,
            last is null ? 0 : FaultName.NumberIn(last.Snapshot, slug),
            entry.AlsoKnownAs.Length == 1 ? FaultName.NumberIn(entry.AlsoKnownAs[0], slug) : 0);
    }

    private static Visitor Again(Visitor before, HttpClient client, CancellationToken cancellationToken)
    {
        var visitor = new Visitor(client, cancellationToken);
        foreach (var (name, value) in before.Cookies)
        {
            visitor.Cookies[name] = value;
        }

        return visitor;
    }

    private static void Acknowledge(Answer answer, string action)
    {
        if (answer.Status != HttpStatusCode.SeeOther || answer.Location?.StartsWith("/admin/sign-in", StringComparison.Ordinal) == true)
        {
            throw new InvalidOperationException($"{action}: {(int)answer.Status} {answer.Location} {answer.Page.Body?.TextContent}");
        }
    }

    private async Task WriteOnceAsync(Action beginning)
    {
        if (waiting is null)
        {
            await SaveAsync(beginning);
        }

        var review = EditingLinks.Review(waiting!.Value);
        beginning();
        Acknowledge(await deciding.SubmitAsync(review, EditingLinks.Publish(waiting.Value)), "publish");
        acknowledged[AuditAction.Published]++;
        (waiting, published) = (null, number);
    }

    private async Task SaveAsync(Action beginning)
    {
        var form = EntryLinks.Task(organisation, "names");
        beginning();
        Acknowledge(await writing.SubmitAsync(form, form, ("AlsoKnownAs", FaultName.Of(slug, number + 1))), "save");
        acknowledged[AuditAction.DraftSaved]++;
        saved = ++number;

        var page = (await writing.GetAsync(EntryLinks.Entry(organisation))).Page;
        var draft = page.QuerySelectorAll("a[href^='/admin/drafts/']").Select(link => Guid.Parse(link.GetAttribute("href")!.Split('/')[3])).First();
        beginning();
        Acknowledge(await writing.SubmitAsync(EditingLinks.Draft(draft), EditingLinks.Send(draft)), "send");
        acknowledged[AuditAction.Submitted]++;
        waiting = draft;
    }

    /// <param name="Done">How often each was done, by the audit log.</param>
    /// <param name="Waiting">What waits for the second person.</param>
    /// <param name="LastSaved">The number in the last revision.</param>
    /// <param name="LastPublished">The one that the public sees.</param>
    public sealed record Stored(IReadOnlyDictionary<AuditAction, int> Done, Guid? Waiting, int LastSaved, int LastPublished);
}
