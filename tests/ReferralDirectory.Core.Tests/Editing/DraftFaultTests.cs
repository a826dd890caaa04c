using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>What is not valid is kept as it was typed, with its fault; and does not get past the author's desk.</summary>
public sealed class DraftFaultTests : IDisposable
{
    private readonly EditingSite site = new();

    public static TheoryData<string, string, DraftFaultReason> OrganisationFaults => new()
    {
        { "no name", "Name", DraftFaultReason.Missing },
        { "long name", "Name[en]", DraftFaultReason.TooLong },
        { "name in a strange language", "Name[tg]", DraftFaultReason.UnknownLanguage },
        { "two originals", "Name", DraftFaultReason.NotOneOriginal },
        { "name twice", "Name", DraftFaultReason.Repeated },
        { "control character", "Name[en]", DraftFaultReason.InvisibleCharacter },
        { "turned name", "Name[en]", DraftFaultReason.InvisibleCharacter },
        { "invisible alias", "AlsoKnownAs", DraftFaultReason.InvisibleCharacter },
        { "name of signs", "Name[en]", DraftFaultReason.NoWord },
        { "turned website", "Contacts[3]", DraftFaultReason.NotAWebAddress },
        { "turned email", "Contacts[2]", DraftFaultReason.NotAnEmail },
        { "other slug", "Slug", DraftFaultReason.Fixed },
        { "no slug", "Slug", DraftFaultReason.NotASlug },
        { "taken slug", "Slug", DraftFaultReason.Taken },
        { "no source", "SourceId", DraftFaultReason.UnknownReference },
        { "strange place", "Places", DraftFaultReason.UnknownReference },
        { "own language", "OwnLanguage", DraftFaultReason.NotALanguage },
        { "spoken language", "LanguagesSpoken", DraftFaultReason.NotALanguage },
        { "no service", "Services", DraftFaultReason.Missing },
        { "no contact", "Contacts", DraftFaultReason.Missing },
        { "no type", "Services[0].Types", DraftFaultReason.Missing },
        { "strange type", "Services[0].Types", DraftFaultReason.UnknownReference },
        { "no description", "Services[0].Description", DraftFaultReason.Missing },
        { "long eligibility", "Services[0].Eligibility[en]", DraftFaultReason.TooLong },
        { "bad phone", "Contacts[0]", DraftFaultReason.NotAPhone },
        { "bad email", "Contacts[2]", DraftFaultReason.NotAnEmail },
        { "bad website", "Contacts[3]", DraftFaultReason.NotAWebAddress },
        { "contact twice", "Contacts[1]", DraftFaultReason.Repeated },
        { "long address", "PublicAddress[en]", DraftFaultReason.TooLong },
        { "bad zone", "OpeningHours.TimeZone", DraftFaultReason.NotATimeZone },
        { "no hours", "OpeningHours.Week", DraftFaultReason.Missing },
        { "bad time", "OpeningHours.Week[0]", DraftFaultReason.NotATime },
        { "overlap", "OpeningHours.Week", DraftFaultReason.Overlap },
        { "bad day", "OpeningHours.Exceptions[0].From", DraftFaultReason.NotADay },
        { "ends early", "OpeningHours.Exceptions[0].To", DraftFaultReason.EndsBeforeStart },
    };

    [Theory]
    [MemberData(nameof(OrganisationFaults))]
    public async Task Save_OfAFault_KeepsItAndNamesItsField_AndSubmitRefusesIt(string fault, string path, DraftFaultReason reason)
    {
        var draft = With(fault, await site.HelpersAsync());

        var saved = Assert.IsType<EditResult.Done>(await site.TrySaveAsync(site.Editor, EditingSite.Helpers, draft));
        var stored = (OrganisationDraft)DraftJson.Read((await site.RevisionAsync(saved.Revision!.Id)).Snapshot);

        Assert.Contains(saved.Faults, found => (Counted(found.Path, stored), found.Reason) == (path, reason));
        var refused = Assert.IsType<EditResult.Faulty>(await site.Drafts.SubmitAsync(site.Editor, saved.Revision.Id, saved.Revision.Version, TestDirectory.Cancellation));
        Assert.Equal(saved.Faults, refused.Faults);
    }

    [Fact]
    public async Task Save_OfABadNumber_KeepsWhatWasTyped()
    {
        var saved = await site.SaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithContact(ContactKind.Phone, "call us 12"));

        var stored = (OrganisationDraft)DraftJson.Read((await site.RevisionAsync(saved.Id)).Snapshot);
        Assert.Equal("call us 12", stored.Contacts[0].Value);
    }

    [Theory]
    [InlineData("# A heading")]
    [InlineData("<b>bold</b>")]
    [InlineData("[link](x)")]
    [InlineData("> [link]: x")]
    [InlineData(@"[a\]b]: x")]
    [InlineData("https://example.org")]
    public async Task Submit_OfAStepWithMoreThanPlainMarkdown_IsRefused(string text)
    {
        var draft = (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft with { ForYou = $"Good.\n\n{text}" };

        var saved = Assert.IsType<EditResult.Done>(await site.TrySaveAsync(site.Reviewer, EditingSite.StepInEnglish, draft));

        Assert.Equal([new DraftFault("ForYou", DraftFaultReason.NotPlainMarkdown)], saved.Faults);
    }

    [Fact]
    public async Task Save_OfMoreThanFits_IsRefused()
    {
        var result = await site.TrySaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription(new string('x', Revision.SnapshotMaxLength)));

        Assert.Equal(DraftFaultReason.TooLong, Assert.Single(Assert.IsType<EditResult.Faulty>(result).Faults).Reason);
    }

    [Fact]
    public async Task Publish_WhenATermIsGoneSinceItWasSubmitted_IsRefused()
    {
        var draft = (await site.HelpersAsync()) with { Slug = "newcomers" };
        var one = await SubmitNewAsync(draft.WithName("Newcomers").WithName("Новые", "ru"));
        var two = await SubmitNewAsync(draft.WithName("Others").WithName("Другие", "ru"));
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, one));

        var refused = Assert.IsType<EditResult.Faulty>(await site.PublishAsync(site.SecondReviewer, two));

        Assert.Equal([new DraftFault("Slug", DraftFaultReason.Taken)], refused.Faults);
    }

    public void Dispose() => site.Dispose();

    private async Task<RevisionSummary> SubmitNewAsync(OrganisationDraft draft) =>
        await site.SubmitAsync(site.Reviewer, EditingSite.Done(await site.Drafts.SaveAsync(site.Reviewer, new DraftInput { Draft = draft, CountryId = EditingSite.CountryId }, TestDirectory.Cancellation)));

    private static string Counted(string path, OrganisationDraft draft)
    {
        foreach (var (id, i) in draft.Services.Select((service, i) => (service.Id, i)).Concat(draft.Contacts.Select((contact, i) => (contact.Id, i))))
        {
            path = path.Replace($"[{id}]", $"[{i}]", StringComparison.Ordinal);
        }

        return path;
    }

    private static OrganisationDraft With(string fault, OrganisationDraft draft) => fault switch
    {
        "no name" => draft with { Name = [] },
        "long name" => draft.WithName(new string('x', Organisation.NameMaxLength + 1)),
        "name in a strange language" => draft with { Name = draft.Name.Add(new TextDraft("tg", "x", TranslationState.Unreviewed)) },
        "two originals" => draft with { Name = [.. draft.Name.Select(text => text with { State = TranslationState.Original })] },
        "name twice" => draft with { Name = draft.Name.Add(draft.Name[1]) },
        "control character" => draft.WithName("a\tb"),
        "turned name" => draft.WithName("Helpers \u202Egro.live"),
        "invisible alias" => draft with { AlsoKnownAs = ["\u200B"] },
        "name of signs" => draft.WithName("– …"),
        "turned website" => draft.WithContact(ContactKind.Website, "https://good.example/\u202Emoc.live"),
        "turned email" => draft.WithContact(ContactKind.Email, "a\u202E@b.com"),
        "other slug" => draft with { Slug = "other" },
        "no slug" => draft with { Slug = "Not a slug" },
        "taken slug" => draft with { Slug = "neighbours" },
        "no source" => draft with { SourceId = Guid.NewGuid() },
        "strange place" => draft with { Places = [Guid.NewGuid()] },
        "own language" => draft with { OwnLanguage = "Russian" },
        "spoken language" => draft with { LanguagesSpoken = ["Russian"] },
        "no service" => draft with { Services = [] },
        "no contact" => draft with { Contacts = [] },
        "no type" => WithService(draft, service => service with { Types = [] }),
        "strange type" => WithService(draft, service => service with { Types = [Guid.NewGuid()] }),
        "no description" => WithService(draft, service => service with { Description = [] }),
        "long eligibility" => WithService(draft, service => service with { Eligibility = [new TextDraft("en", new string('x', Service.EligibilityMaxLength + 1), TranslationState.Original)] }),
        "bad phone" => draft.WithContact(ContactKind.Phone, "12"),
        "bad email" => draft.WithContact(ContactKind.Email, "help"),
        "bad website" => draft.WithContact(ContactKind.Website, "javascript:alert(1)"),
        "contact twice" => draft.WithContact(ContactKind.Hotline, "+7 812 717 35 31"),
        "long address" => draft with { PublicAddress = [new TextDraft("en", new string('x', Organisation.PublicAddressMaxLength + 1), TranslationState.Original)] },
        "bad zone" => WithHours(draft, hours => hours with { TimeZone = "Moscow" }),
        "no hours" => WithHours(draft, hours => hours with { Week = [] }),
        "bad time" => WithHours(draft, hours => hours with { Week = [new WeeklyOpeningDraft(DayOfWeek.Monday, "9", "25:00")] }),
        "overlap" => WithHours(draft, hours => hours with { Week = [new WeeklyOpeningDraft(DayOfWeek.Monday, "09:00", "13:00"), new WeeklyOpeningDraft(DayOfWeek.Monday, "12:00", "18:00")] }),
        "bad day" => WithHours(draft, hours => hours with { Exceptions = [new OpeningExceptionDraft { From = "31.12.2026" }] }),
        "ends early" => WithHours(draft, hours => hours with { Exceptions = [new OpeningExceptionDraft { From = "2026-12-31", To = "2026-12-30" }] }),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private static OrganisationDraft WithService(OrganisationDraft draft, Func<ServiceDraft, ServiceDraft> change) => draft with { Services = draft.Services.SetItem(0, change(draft.Services[0])) };

    private static OrganisationDraft WithHours(OrganisationDraft draft, Func<OpeningHoursDraft, OpeningHoursDraft> change) =>
        draft with { OpeningHours = change(new OpeningHoursDraft { TimeZone = "Europe/Moscow", Week = [new WeeklyOpeningDraft(DayOfWeek.Monday, "09:00", "18:00")] }) };
}
