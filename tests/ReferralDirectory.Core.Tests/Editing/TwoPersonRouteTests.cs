using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>The ways around the second person that lead through fields, roles and other entries; and what one person may do alone.</summary>
public sealed class TwoPersonRouteTests : IDisposable
{
    private const string OwnNumber = "8 495 123-45-67";

    private readonly EditingSite site = new();

    /// <summary>One who has every role there is.</summary>
    private readonly Actor attacker;

    public TwoPersonRouteTests() => attacker = site.Staff(isAdministrator: true, countries: [EditingSite.CountryId], organisations: [EditingSite.HelpersId]);

    public static TheoryData<string> Texts => ["name", "also known as", "description", "eligibility", "note of the hours", "site of a service"];

    public static TheoryData<string> Alone =>
        ["places", "hours", "by appointment", "languages spoken", "own language", "audiences", "types", "eligibility", "order of contacts", "order of services", "a service less"];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task ANumberInAnyTextOfAnEntry_NeedsAnother(string field)
    {
        var draft = await site.HelpersAsync();
        var changed = field switch
        {
            "name" => draft.WithName($"Helpers {OwnNumber}"),
            "also known as" => draft with { AlsoKnownAs = [OwnNumber] },
            "description" => draft.WithDescription($"A bed. {OwnNumber}"),
            "eligibility" => draft with { Services = draft.Services.SetItem(0, draft.Services[0] with { Eligibility = [Text(OwnNumber)] }) },
            "note of the hours" => draft with { OpeningHours = Hours with { Exceptions = [new OpeningExceptionDraft { From = "2026-12-31", To = "2026-12-31", Note = [Text(OwnNumber)] }] } },
            "site of a service" => draft.WithDescription("A bed. See shelter-of-mine.example"),
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };

        await AssertNeedsAnotherAsync(await site.SubmitAsync(attacker, EditingSite.Helpers, changed), SecondPersonReason.ContactInText);
    }

    [Theory]
    [InlineData("Call **8** 495 123-45-67.")]
    [InlineData("- 8 495\n- 123-45-67")]
    [InlineData("восемь четыреста девяносто пять сто двадцать три")]
    [InlineData("write to me at example dot org")]
    public async Task ANumberInAStep_NeedsAnother(string text)
    {
        var step = (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft;

        await AssertNeedsAnotherAsync(await site.SubmitAsync(attacker, EditingSite.StepInEnglish, step with { ForYou = text }), SecondPersonReason.ContactInText);
    }

    [Theory]
    [InlineData("[call](tel:+74951234567)")]
    [InlineData("[write](mailto:me@example.org)")]
    [InlineData("<a href=\"tel:112\">call</a>")]
    [InlineData("![](https://example.org/number.png)")]
    public async Task ALinkInAStep_IsNotEvenSent(string text)
    {
        var step = (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft;
        var draft = await site.SaveAsync(attacker, EditingSite.StepInEnglish, step with { ForYou = text });

        Assert.IsType<EditResult.Faulty>(await site.Drafts.SubmitAsync(attacker, draft.Id, draft.Version, TestDirectory.Cancellation));
    }

    [Fact]
    public async Task ANumberInATerm_NeedsAnother()
    {
        var type = (AssistanceTypeDraft)(await site.StartAsync(EditingSite.Shelter)).Draft;
        var audience = (AudienceDraft)(await site.StartAsync(EditingSite.Women)).Draft;

        var need = await site.SubmitAsync(attacker, EditingSite.Shelter, type with { Need = type.Need.With($"Call {OwnNumber}", "en") });
        await AssertNeedsAnotherAsync(need, SecondPersonReason.ContactInText);
        EditingSite.Done(await site.WithdrawAsync(attacker, need));
        await AssertNeedsAnotherAsync(await site.SubmitAsync(attacker, EditingSite.Shelter, type with { SearchWords = [new SearchWordsDraft("en", [OwnNumber])] }), SecondPersonReason.ContactInText);
        await AssertNeedsAnotherAsync(await site.SubmitAsync(attacker, EditingSite.Women, audience with { Name = audience.Name.With($"Women: {OwnNumber}", "en") }), SecondPersonReason.ContactInText);
    }

    [Fact]
    public async Task ANumberInTheAddressOfAnEntry_IsRefused_OnceItIsPublic()
    {
        var draft = await site.SaveAsync(attacker, EditingSite.Helpers, (await site.HelpersAsync()) with { Slug = "call-84951234567" });

        Assert.IsType<EditResult.Faulty>(await site.Drafts.SubmitAsync(attacker, draft.Id, draft.Version, TestDirectory.Cancellation));
    }

    [Fact]
    public async Task AnAddressThatAppearsOrGoes_NeedsAnother()
    {
        var draft = (await site.HelpersAsync()) with { PublicAddress = [Text("1 Main Street")] };
        var added = await site.SubmitAsync(attacker, EditingSite.Helpers, draft);
        await AssertNeedsAnotherAsync(added, SecondPersonReason.Address);
        EditingSite.Done(await site.PublishAsync(site.Reviewer, added));

        await AssertNeedsAnotherAsync(await site.SubmitAsync(attacker, EditingSite.Helpers, (await site.HelpersAsync()) with { PublicAddress = [] }), SecondPersonReason.Address);
    }

    [Fact]
    public async Task WhatBeginsToStandAmongTheHotlines_NeedsAnother()
    {
        var neighbours = new Subject(SubjectKind.Organisation, EditingSite.NeighboursId);
        var draft = (OrganisationDraft)(await site.StartAsync(neighbours)).Draft;
        var service = draft.Services[0];

        var revision = await site.SubmitAsync(attacker, neighbours, draft with { Services = draft.Services.SetItem(0, service with { Types = service.Types.Add(EditingSite.Talk.Id) }) });

        await AssertNeedsAnotherAsync(revision, SecondPersonReason.Hotline);
        EditingSite.Done(await site.PublishAsync(site.Reviewer, revision));
        await site.Directory.Source.ReloadAsync(TestDirectory.Cancellation);
        Assert.Contains("neighbours", site.Testland.Hotlines.Select(provider => provider.Slug.Value));
    }

    [Fact]
    public async Task WhatStandsAmongTheHotlinesNoMore_NeedsAnother()
    {
        var draft = await site.HelpersAsync();
        ServiceDraft[] sheltersAlone = [.. draft.Services.Select(service => service with { Types = [EditingSite.Shelter.Id] })];

        await AssertNeedsAnotherAsync(await site.SubmitAsync(attacker, EditingSite.Helpers, draft with { Services = [.. sheltersAlone] }), SecondPersonReason.Hotline);
    }

    [Fact]
    public async Task AnotherNumberOfAHotlineOnTop_NeedsAnother()
    {
        var draft = await site.HelpersAsync();
        await site.EditAsync(EditingSite.Helpers, draft with { Contacts = draft.Contacts.Add(new ContactDraft(Guid.Empty, ContactKind.Hotline, "8 800 200 01 22")) });
        draft = await site.HelpersAsync();

        await AssertNeedsAnotherAsync(await site.SubmitAsync(attacker, EditingSite.Helpers, draft with { Contacts = [.. draft.Contacts.Reverse()] }), SecondPersonReason.Hotline);
    }

    [Fact]
    public async Task AnotherOrganisationsContact_NeedsAnother_AndStaysTheirs()
    {
        var theirs = (await site.OrganisationAsync(EditingSite.NeighboursId)).Contacts[0];
        var draft = await site.HelpersAsync();

        var revision = await site.SubmitAsync(attacker, EditingSite.Helpers, draft with { Contacts = draft.Contacts.Add(new ContactDraft(theirs.Id, theirs.Kind, theirs.Value)) });

        await AssertNeedsAnotherAsync(revision, SecondPersonReason.Contact);
        EditingSite.Done(await site.PublishAsync(site.Reviewer, revision));
        Assert.Contains((await site.OrganisationAsync(EditingSite.NeighboursId)).Contacts, contact => (contact.Id, contact.Value) == (theirs.Id, theirs.Value));
        Assert.DoesNotContain((await site.OrganisationAsync()).Contacts, contact => contact.Id == theirs.Id);
    }

    [Fact]
    public async Task AServiceOfAnotherOrganisation_IsCopied_AndStaysTheirs()
    {
        var theirs = (await site.OrganisationAsync(EditingSite.NeighboursId)).Services[0].Id;
        var draft = await site.HelpersAsync();

        EditingSite.Done(await site.PublishAsync(attacker, await site.SubmitAsync(attacker, EditingSite.Helpers, draft with { Services = draft.Services.SetItem(0, draft.Services[0] with { Id = theirs }) })));

        Assert.Contains((await site.OrganisationAsync(EditingSite.NeighboursId)).Services, service => service.Id == theirs);
    }

    [Fact]
    public async Task AnAuthorWhoBecomesAReviewer_StillCannotApproveTheirNumber()
    {
        var editor = site.Staff(organisations: [EditingSite.HelpersId]);
        var revision = await site.SubmitAsync(editor, EditingSite.Helpers, (await site.HelpersAsync()).WithContact(ContactKind.Phone, OwnNumber));

        Assert.IsType<EditResult.NotAllowed>(await site.PublishAsync(editor, revision));
        var promoted = site.Grant(editor with { ReviewsCountries = new HashSet<Guid> { EditingSite.CountryId }, EditsOrganisations = new HashSet<Guid>(), IsAdministrator = true });

        Assert.IsType<EditResult.NeedsSecondPerson>(await site.PublishAsync(promoted, revision));
    }

    [Fact]
    public async Task ABringBack_ThatAlsoChangesANumber_NeedsAnotherForBoth()
    {
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(attacker, EditingSite.HelpersId, "Why", TestDirectory.Cancellation));
        var back = EditingSite.Done(await site.Restores.BringBackAsync(attacker, EditingSite.HelpersId, "", TestDirectory.Cancellation));
        var changed = (await site.HelpersAsync()).WithContact(ContactKind.Phone, OwnNumber);
        var again = EditingSite.Done(await site.Drafts.SaveAsync(attacker, new DraftInput { Draft = changed, RevisionId = back.Id, RevisionVersion = back.Version }, TestDirectory.Cancellation));

        var revision = await site.SubmitAsync(attacker, again);

        await AssertNeedsAnotherAsync(revision, SecondPersonReason.BringsBack);
        await AssertNeedsAnotherAsync(revision, SecondPersonReason.Contact);
    }

    [Fact]
    public async Task ANumberChangedWhileTheEntryIsDown_NeedsAnother_AndATextDoesNotBringItBack()
    {
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(attacker, EditingSite.HelpersId, "Why", TestDirectory.Cancellation));
        var number = await site.SubmitAsync(attacker, EditingSite.Helpers, (await site.HelpersAsync()).WithContact(ContactKind.Phone, OwnNumber));
        await AssertNeedsAnotherAsync(number, SecondPersonReason.Contact);
        EditingSite.Done(await site.WithdrawAsync(attacker, number));

        EditingSite.Done(await site.PublishAsync(attacker, await site.SubmitAsync(attacker, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Another bed."))));

        Assert.NotNull((await site.OrganisationAsync()).TakenDown);
    }

    [Fact]
    public async Task ANewTranslationOfAStep_NeedsAnother()
    {
        await using (var db = site.Open())
        {
            db.Add(new Language { Tag = LanguageTag.Parse("tg"), Name = "Тоҷикӣ", Position = 2, IsRightToLeft = false, InterfaceState = TranslationState.Unreviewed });
            await db.SaveChangesAsync(TestDirectory.Cancellation);
        }

        var step = (StepTextDraft)(await site.StartAsync(EditingSite.StepInRussian)).Draft;
        var draft = EditingSite.Done(await site.Drafts.SaveAsync(attacker, new DraftInput { Draft = step with { Language = "tg" } }, TestDirectory.Cancellation));

        await AssertNeedsAnotherAsync(await site.SubmitAsync(attacker, draft), SecondPersonReason.NewEntry);
    }

    [Fact]
    public async Task AShortNumberInAStep_NeedsAnother_AlsoRestoredAndPutOnTopOfAnotherChange()
    {
        var step = (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft;
        var own = await site.SubmitAsync(attacker, EditingSite.StepInEnglish, step with { ForYou = "You can call **118**." });
        await AssertNeedsAnotherAsync(own, SecondPersonReason.ContactInText);

        await site.EditAsync(EditingSite.StepInEnglish, step with { Summary = "What happens then." });
        var rebased = EditingSite.Done(await site.Restores.RebaseAsync(attacker, own.Id, own.Version, new Dictionary<string, MergeChoice>(), Guid.Empty, TestDirectory.Cancellation));
        var again = await site.SubmitAsync(attacker, rebased);
        await AssertNeedsAnotherAsync(again, SecondPersonReason.ContactInText);
        EditingSite.Done(await site.PublishAsync(site.Reviewer, again));

        // What was public once is a change, too, when it comes back.
        await site.EditAsync(EditingSite.StepInEnglish, (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft with { ForYou = "You can call **112**." });
        await AssertNeedsAnotherAsync(await site.SubmitAsync(attacker, await site.RestoreAsync(attacker, again.Id)), SecondPersonReason.ContactInText);
    }

    [Theory]
    [MemberData(nameof(Alone))]
    public async Task WhatNobodyCanBeCalledBy_NeedsNobodyElse(string field)
    {
        var draft = await site.HelpersAsync();
        var changed = field switch
        {
            "places" => draft with { Places = [draft.Places[0]] },
            "hours" => draft with { OpeningHours = Hours },
            "by appointment" => draft with { OpeningHours = new OpeningHoursDraft { TimeZone = "Europe/Moscow", IsByAppointment = true } },
            "languages spoken" => draft with { LanguagesSpoken = ["tg"] },
            "own language" => draft with { OwnLanguage = "en" },
            "audiences" => draft with { Services = draft.Services.SetItem(0, draft.Services[0] with { Audiences = [EditingSite.Women.Id] }) },
            "types" => draft with { Services = draft.Services.SetItem(1, draft.Services[1] with { Types = [EditingSite.Shelter.Id] }) },
            "eligibility" => draft with { Services = draft.Services.SetItem(0, draft.Services[0] with { Eligibility = [Text("From 18 years, 9:00–18:00.")] }) },
            "order of contacts" => draft with { Contacts = [.. draft.Contacts.Reverse()] },
            "order of services" => draft with { Services = [.. draft.Services.Reverse()] },
            "a service less" => draft with { Services = draft.Services.RemoveAt(1) },
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };

        EditingSite.Done(await site.PublishAsync(attacker, await site.SubmitAsync(attacker, EditingSite.Helpers, changed)));
    }

    public void Dispose() => site.Dispose();

    private static OpeningHoursDraft Hours => new() { TimeZone = "Europe/Moscow", Week = [new WeeklyOpeningDraft(DayOfWeek.Monday, "09:00", "18:00")] };

    private static TextDraft Text(string text) => new("en", text, TranslationState.Original);

    private async Task AssertNeedsAnotherAsync(RevisionSummary revision, SecondPersonReason reason)
    {
        var refused = Assert.IsType<EditResult.NeedsSecondPerson>(await site.PublishAsync(attacker, revision));
        Assert.Contains(reason, refused.Reasons);
        Assert.Equal(RevisionState.Submitted, (await site.RevisionAsync(revision.Id)).State);
    }
}
