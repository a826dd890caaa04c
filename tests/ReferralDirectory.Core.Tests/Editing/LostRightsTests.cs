using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>What somebody may do is looked up once more where it is written, at every desk.</summary>
public sealed class LostRightsTests : IDisposable
{
    private const string Hash = "HASH";

    /// <summary>What an actor can do at a desk without changing anything.</summary>
    private static readonly string[] Reads = ["DraftDesk.OpenAsync", "ReviewDesk.QueueAsync", "ReviewDesk.CountAsync", "ConfirmationLinkDesk.ListAsync"];

    private static readonly string[] Changes =
    [
        "DraftDesk.SaveAsync", "DraftDesk.SubmitAsync", "DraftDesk.WithdrawAsync",
        "ReviewDesk.PublishAsync", "ReviewDesk.RejectAsync",
        "RestoreDesk.RestoreAsync", "RestoreDesk.ResumeAsync", "RestoreDesk.TakeBackAsync", "RestoreDesk.BringBackAsync", "RestoreDesk.RebaseAsync",
        "TakeDownDesk.TakeDownAsync",
        "ConfirmationDesk.ConfirmAsync", "ConfirmationDesk.UndoAsync",
        "ConfirmationLinkDesk.MakeAsync", "ConfirmationLinkDesk.RevokeAsync",
    ];

    private readonly EditingSite site = new();

    private static CancellationToken Cancel => TestDirectory.Cancellation;

    private ConfirmationLinkDesk Links => site.Directory.Get<ConfirmationLinkDesk>();

    public static TheoryData<string> EachChange => [.. Changes];

    public static TheoryData<string, string> EveryChange
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var change in Changes)
            {
                cells.Add(change, "shut out");
                cells.Add(change, "without the role");
                cells.Add(change, "no member of staff");
            }

            return cells;
        }
    }

    [Fact]
    public void EveryDesk_IsOnTheList() => Assert.Equal(
        Changes.Concat(Reads).Order(StringComparer.Ordinal),
        typeof(DraftDesk).Assembly.GetTypes().Where(type => type.Namespace == typeof(DraftDesk).Namespace && type.Name.EndsWith("Desk", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().FirstOrDefault()?.ParameterType == typeof(Actor))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(EveryChange))]
    public async Task WhoLostWhatTheyMayDo_SinceTheyBegan_ChangesNothing(string change, string how)
    {
        var began = await BeginAsync(change);
        await LoseAsync(how);
        var before = await EntriesAsync();

        Assert.False(await began(site.Reviewer));

        Assert.Equal(before, await EntriesAsync());
    }

    [Theory]
    [MemberData(nameof(EachChange))]
    public async Task WhoLostNothing_DoesIt(string change) => Assert.True(await (await BeginAsync(change))(site.Reviewer));

    public void Dispose() => site.Dispose();

    /// <summary>Makes what the reviewer needs for it, and says how they do it: true where it was done.</summary>
    private async Task<Func<Actor, Task<bool>>> BeginAsync(string change)
    {
        var start = await site.StartAsync(EditingSite.Helpers);
        var draft = (await site.HelpersAsync()).WithDescription("Another.");
        switch (change)
        {
            case "DraftDesk.SaveAsync":
                return IsDone(actor => site.TrySaveAsync(actor, EditingSite.Helpers, draft, start.BaseVersion));
            case "DraftDesk.SubmitAsync":
                var saved = await site.SaveAsync(site.Reviewer, EditingSite.Helpers, draft);
                return IsDone(actor => site.Drafts.SubmitAsync(actor, saved.Id, saved.Version, Cancel));
            case "DraftDesk.WithdrawAsync":
                var begun = await site.SaveAsync(site.Reviewer, EditingSite.Helpers, draft);
                return IsDone(actor => site.WithdrawAsync(actor, begun));
            case "ReviewDesk.PublishAsync":
                var waits = await site.SubmitAsync(site.Editor, EditingSite.Helpers, draft);
                return IsDone(actor => site.PublishAsync(actor, waits));
            case "ReviewDesk.RejectAsync":
                var refused = await site.SubmitAsync(site.Editor, EditingSite.Helpers, draft);
                return IsDone(actor => site.RejectAsync(actor, refused));
            case "RestoreDesk.RestoreAsync":
                var published = await site.EditAsync(EditingSite.Helpers, draft);
                return IsDone(actor => site.Restores.RestoreAsync(actor, published.Id, Cancel));
            case "RestoreDesk.ResumeAsync":
                var rejected = await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, draft);
                EditingSite.Done(await site.RejectAsync(site.SecondReviewer, rejected));
                return IsDone(actor => site.Restores.ResumeAsync(actor, rejected.Id, Cancel));
            case "RestoreDesk.TakeBackAsync":
                var sent = await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, draft);
                return IsDone(actor => site.Restores.TakeBackAsync(actor, sent.Id, sent.Version, Cancel));
            case "RestoreDesk.BringBackAsync":
                EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.SecondReviewer, EditingSite.HelpersId, "Why", Cancel));
                return IsDone(actor => site.Restores.BringBackAsync(actor, EditingSite.HelpersId, "", Cancel));
            case "RestoreDesk.RebaseAsync":
                var overtaken = await site.SubmitAsync(site.Editor, EditingSite.Helpers, draft);
                return IsDone(actor => site.Restores.RebaseAsync(actor, overtaken.Id, overtaken.Version, new Dictionary<string, MergeChoice>(), Guid.Empty, Cancel));
            case "TakeDownDesk.TakeDownAsync":
                return IsDone(actor => site.TakeDowns.TakeDownAsync(actor, EditingSite.HelpersId, "Why", Cancel));
            case "ConfirmationDesk.ConfirmAsync":
                var contacts = draft.Contacts.Select(contact => contact.Id).ToList();
                return async actor => !(await site.Confirmations.ConfirmAsync(actor, contacts, ConfirmationMethod.Called, Cancel)).Confirmed.IsEmpty;
            case "ConfirmationDesk.UndoAsync":
                await site.Confirmations.ConfirmAsync(site.SecondReviewer, [draft.Contacts[0].Id], ConfirmationMethod.Called, Cancel);
                var confirmation = (await site.OrganisationAsync()).Contacts.SelectMany(contact => contact.Confirmations).Single().Id;
                return async actor => !(await site.Confirmations.UndoAsync(actor, [confirmation], Cancel)).IsEmpty;
            case "ConfirmationLinkDesk.MakeAsync":
                return IsDone(actor => Links.MakeAsync(actor, EditingSite.HelpersId, Hash, Cancel));
            case "ConfirmationLinkDesk.RevokeAsync":
                EditingSite.DoneWithout(await Links.MakeAsync(site.SecondReviewer, EditingSite.HelpersId, Hash, Cancel));
                return IsDone(actor => Links.RevokeAsync(actor, EditingSite.HelpersId, Cancel));
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }
    }

    private static Func<Actor, Task<bool>> IsDone(Func<Actor, Task<EditResult>> change) => async actor => await change(actor) is EditResult.Done;

    private async Task LoseAsync(string how)
    {
        await using var db = site.Open();
        if (how == "shut out")
        {
            await db.StaffMembers.Where(member => member.Id == site.Reviewer.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.RevokedAt, site.Clock.GetUtcNow().UtcDateTime), Cancel);
            return;
        }

        await db.StaffGrants.Where(grant => grant.StaffMemberId == site.Reviewer.Id).ExecuteDeleteAsync(Cancel);
        if (how == "no member of staff")
        {
            await db.StaffMembers.Where(member => member.Id == site.Reviewer.Id).ExecuteDeleteAsync(Cancel);
        }
    }

    private async Task<(int, int)> EntriesAsync()
    {
        await using var db = site.Open();
        return (await db.AuditEntries.CountAsync(Cancel), await db.Confirmations.CountAsync(Cancel));
    }
}
