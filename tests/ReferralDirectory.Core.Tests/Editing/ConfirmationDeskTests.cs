using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

public sealed class ConfirmationDeskTests : IDisposable
{
    private readonly EditingSite site = new();

    private static CancellationToken Cancel => TestDirectory.Cancellation;

    [Fact]
    public async Task AReviewer_ConfirmsContactsOfSeveralOrganisations_InOneGo_AndSaysHow()
    {
        var contacts = await ContactsAsync(EditingSite.HelpersId, EditingSite.NeighboursId);

        var result = await ConfirmAsync(site.Reviewer, contacts, ConfirmationMethod.Called);

        Assert.Equal(contacts.Order(), result.Confirmed.Order());
        Assert.Equal([EditingSite.HelpersId, EditingSite.NeighboursId], result.Organisations.OrderByDescending(id => id == EditingSite.HelpersId));
        foreach (var id in new[] { EditingSite.HelpersId, EditingSite.NeighboursId })
        {
            Assert.All((await site.OrganisationAsync(id)).Contacts, contact =>
            {
                var latest = contact.Confirmations.MaxBy(confirmation => confirmation.At)!;
                Assert.Equal((result.At, ConfirmationMethod.Called), (latest.At, latest.How));
                Assert.Equal("Тестляндия", latest.By);
            });
        }
    }

    [Fact]
    public async Task AnEditor_SpeaksForTheOrganisation_WhateverTheySay()
    {
        var contacts = await ContactsAsync(EditingSite.HelpersId);

        await ConfirmAsync(site.Editor, contacts, ConfirmationMethod.Visited);

        Assert.All((await site.OrganisationAsync()).Contacts, contact => Assert.Equal((ConfirmationMethod.Told, "Помощники"), (contact.Confirmations[^1].How, contact.Confirmations[^1].By)));
    }

    [Fact]
    public async Task AConfirmation_IsInTheAuditLog_WithItsPersonAndContacts_AndTheLogIsWhole()
    {
        var contacts = await ContactsAsync(EditingSite.HelpersId);

        await ConfirmAsync(site.Reviewer, contacts, ConfirmationMethod.Written);

        await using var db = site.Open();
        var entry = await db.AuditEntries.AsNoTracking().OrderBy(found => found.Number).LastAsync(Cancel);
        Assert.Equal((AuditAction.Confirmed, AuditSubject.Organisation, EditingSite.HelpersId, (Guid?)site.Reviewer.Id), (entry.Action, entry.SubjectKind, entry.SubjectId, entry.ActorId));
        Assert.StartsWith("Written ", entry.Detail, StringComparison.Ordinal);
        Assert.All(contacts, contact => Assert.Contains(contact.ToString("N")[..8], entry.Detail, StringComparison.Ordinal));
        Assert.True((await site.Audit.VerifyAsync(null, Cancel)).IsWhole);
    }

    [Fact]
    public async Task ByMonth_CountsThisMonthLast_AndNothingBeforeTheFirst()
    {
        var contacts = await ContactsAsync(EditingSite.HelpersId);
        site.Clock.Advance(TimeSpan.FromDays(3 * 366));
        await ConfirmAsync(site.Reviewer, contacts, ConfirmationMethod.Called);
        site.Clock.MoveTo(new DateTime(site.Clock.GetUtcNow().Year + 1, 2, 1, 0, 0, 0, DateTimeKind.Utc));
        await ConfirmAsync(site.Reviewer, [contacts[0]], ConfirmationMethod.Called);
        site.Clock.MoveTo(site.Clock.GetUtcNow().UtcDateTime.AddMonths(1).AddMinutes(-1));
        await ConfirmAsync(site.Reviewer, [contacts[0], contacts[1]], ConfirmationMethod.Called);
        var archive = site.Directory.Get<ConfirmationArchive>();

        Assert.Equal((new DateOnly(site.Clock.GetUtcNow().Year, 2, 1), 3), (await archive.ByMonthAsync(site.Reviewer, Cancel))[^1]);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await archive.ByMonthAsync(site.Reviewer, Cancel);
        Assert.Equal((ConfirmationArchive.Months, 0, 3), (later.Length, later[^1].Count, later[^2].Count));
        Assert.All(await archive.ByMonthAsync(site.Stranger with { EditsOrganisations = new HashSet<Guid>() }, Cancel), month => Assert.Equal(0, month.Count));
    }

    [Fact]
    public async Task ConfirmingTwice_OnTheSameDay_ChangesNothing()
    {
        var contacts = await ContactsAsync(EditingSite.HelpersId);
        await ConfirmAsync(site.Reviewer, contacts, ConfirmationMethod.Called);
        var before = await CountAsync();

        var again = await ConfirmAsync(site.SecondReviewer, contacts, ConfirmationMethod.Called);

        Assert.Empty(again.Confirmed);
        Assert.Equal(contacts.Order(), again.Already.Order());
        Assert.Equal(before, await CountAsync());
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(contacts.Count, (await ConfirmAsync(site.Reviewer, contacts, ConfirmationMethod.Called)).Confirmed.Length);
    }

    [Fact]
    public async Task AContactThatWasChangedMeanwhile_IsReported_AndNotConfirmed()
    {
        var contacts = await ContactsAsync(EditingSite.HelpersId);
        var draft = await site.HelpersAsync();
        await site.EditAsync(EditingSite.Helpers, draft with { Contacts = [draft.Contacts[0] with { Value = "+12125550123" }, .. draft.Contacts.Skip(1)] });

        var result = await ConfirmAsync(site.Reviewer, contacts, ConfirmationMethod.Called);

        Assert.Equal([draft.Contacts[0].Id], result.Gone);
        Assert.Equal(contacts.Count - 1, result.Confirmed.Length);
        Assert.Empty((await site.OrganisationAsync()).Contacts.Single(contact => contact.Value == "+12125550123").Confirmations);
    }

    [Fact]
    public async Task WhoeverMayNotEditIt_ConfirmsNothing_AndTakesNothingBack()
    {
        var contacts = await ContactsAsync(EditingSite.HelpersId);
        await ConfirmAsync(site.Reviewer, contacts, ConfirmationMethod.Called);
        var confirmations = (await site.OrganisationAsync()).Contacts.SelectMany(contact => contact.Confirmations).Select(confirmation => confirmation.Id).ToList();
        Actor[] others = [site.Stranger, site.Administrator, site.Staff(), site.Staff(organisations: [EditingSite.NeighboursId])];
        var before = await CountAsync();
        site.Clock.Advance(TimeSpan.FromDays(1));

        foreach (var actor in others)
        {
            var result = await ConfirmAsync(actor, contacts, ConfirmationMethod.Called);
            Assert.Equal(contacts.Order(), result.Gone.Order());
            Assert.Empty(result.Organisations);
            Assert.Empty(await site.Confirmations.UndoAsync(actor, confirmations, Cancel));
        }

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task AMistake_IsTakenBack_AndTheConfirmationBefore_CountsAgain()
    {
        var contacts = await ContactsAsync(EditingSite.HelpersId);
        await ConfirmAsync(site.Editor, contacts, ConfirmationMethod.Told);
        site.Clock.Advance(TimeSpan.FromDays(3));
        var mistake = await ConfirmAsync(site.Reviewer, contacts, ConfirmationMethod.Called);
        var made = await site.Directory.Get<ConfirmationArchive>().MadeAtAsync(site.Reviewer, mistake.At, Cancel);
        Assert.Equal(contacts.Count, made.Length);

        // An editor does not take back what a reviewer checked.
        Assert.Empty(await site.Confirmations.UndoAsync(site.Editor, [.. made.Select(confirmation => confirmation.Id)], Cancel));
        Assert.Equal([EditingSite.HelpersId], await site.Confirmations.UndoAsync(site.Reviewer, [.. made.Select(confirmation => confirmation.Id)], Cancel));

        Assert.All((await site.OrganisationAsync()).Contacts, contact => Assert.Equal(ConfirmationMethod.Told, contact.Confirmations.MaxBy(confirmation => confirmation.At)!.How));
        Assert.True((await site.Audit.VerifyAsync(null, Cancel)).IsWhole);
    }

    [Fact]
    public async Task Confirming_ChangesNoVersion_SoThatOpenFormsAndDraftsGoOn()
    {
        var before = (await site.OrganisationAsync()).Version;
        var draft = await site.SaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()) with { AlsoKnownAs = ["Another name"] });

        await ConfirmAsync(site.Reviewer, await ContactsAsync(EditingSite.HelpersId), ConfirmationMethod.Called);

        Assert.Equal(before, (await site.OrganisationAsync()).Version);
        Assert.IsType<EditResult.Done>(await site.PublishAsync(site.Reviewer, await site.SubmitAsync(site.Editor, draft)));
    }

    [Fact]
    public async Task Reports_AreCounted_AnsweredByAConfirmation_AndCountAgainWhenItIsTakenBack()
    {
        var contact = (await ContactsAsync(EditingSite.HelpersId))[0];
        Assert.True(await site.Reports.AddAsync(contact, ReportKind.NobodyAnswered, Cancel));
        Assert.True(await site.Reports.AddAsync(contact, ReportKind.NobodyAnswered, Cancel));
        Assert.True(await site.Reports.AddAsync(contact, ReportKind.Wrong, Cancel));
        Assert.Equal((2, 1), await OpenAsync(contact));

        var confirmed = await ConfirmAsync(site.Reviewer, [contact], ConfirmationMethod.Called);
        Assert.Null(await OpenAsync(contact));

        var made = await site.Directory.Get<ConfirmationArchive>().MadeAtAsync(site.Reviewer, confirmed.At, Cancel);
        await site.Confirmations.UndoAsync(site.Reviewer, [made.Single().Id], Cancel);
        Assert.Equal((2, 1), await OpenAsync(contact));
    }

    [Fact]
    public async Task Reports_HoldContactKindDayAndCount_AreBounded_AndForgotten()
    {
        var contact = (await ContactsAsync(EditingSite.HelpersId))[0];
        await site.Reports.AddAsync(contact, ReportKind.Wrong, Cancel);
        await using (var db = site.Open())
        {
            var stored = await db.ReaderReports.AsNoTracking().SingleAsync(Cancel);
            Assert.Equal((contact, ReportKind.Wrong, DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime), 1), (stored.ContactPointId, stored.Kind, stored.Day, stored.Count));
            Assert.Equal(["ContactPointId", "Count", "Day", "Kind", "SettledById"], db.Model.FindEntityType(typeof(ReaderReport))!.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
            await db.ReaderReports.ExecuteUpdateAsync(set => set.SetProperty(report => report.Count, ReaderReport.MaxCount), Cancel);
        }

        await site.Reports.AddAsync(contact, ReportKind.Wrong, Cancel);
        Assert.Equal((0, ReaderReport.MaxCount), await OpenAsync(contact));

        site.Clock.Advance(TimeSpan.FromDays(ReaderReport.KeptDays + 1));
        await site.Reports.AddAsync(contact, ReportKind.NobodyAnswered, Cancel);
        Assert.Equal((1, 0), await OpenAsync(contact));
        await using var later = site.Open();
        Assert.Equal(1, await later.ReaderReports.CountAsync(Cancel));
    }

    [Fact]
    public async Task AReportOfAContactThatIsGone_IsNotStored_AndReportsGoWithTheNumber()
    {
        Assert.False(await site.Reports.AddAsync(Guid.NewGuid(), ReportKind.Wrong, Cancel));
        var draft = await site.HelpersAsync();
        await site.Reports.AddAsync(draft.Contacts[0].Id, ReportKind.Wrong, Cancel);
        await ConfirmAsync(site.Reviewer, [draft.Contacts[0].Id], ConfirmationMethod.Called);
        await site.Reports.AddAsync(draft.Contacts[0].Id, ReportKind.Wrong, Cancel);

        await site.EditAsync(EditingSite.Helpers, draft with { Contacts = [draft.Contacts[0] with { Value = "+12125550123" }, .. draft.Contacts.Skip(1)] });

        await using var db = site.Open();
        Assert.Equal(0, await db.ReaderReports.CountAsync(Cancel));
    }

    public void Dispose() => site.Dispose();

    private async Task<(int, int)?> OpenAsync(Guid contact) =>
        (await site.Directory.Get<ConfirmationArchive>().ReportsAsync(Cancel)).GetValueOrDefault(contact) is { } reports ? (reports.NobodyAnswered, reports.Wrong) : null;

    private Task<ConfirmationResult> ConfirmAsync(Actor actor, IReadOnlyCollection<Guid> contacts, ConfirmationMethod how) => site.Confirmations.ConfirmAsync(actor, contacts, how, Cancel);

    private async Task<(int, int)> CountAsync()
    {
        await using var db = site.Open();
        return (await db.Confirmations.CountAsync(Cancel), await db.AuditEntries.CountAsync(Cancel));
    }

    private async Task<List<Guid>> ContactsAsync(params Guid[] organisations)
    {
        List<Guid> contacts = [];
        foreach (var organisation in organisations)
        {
            contacts.AddRange((await site.OrganisationAsync(organisation)).Contacts.Select(contact => contact.Id));
        }

        return contacts;
    }
}
