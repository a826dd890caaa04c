using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Somebody who wants a number of their own on the public site, alone, and every way that they have.</summary>
public sealed class TwoPersonRuleTests : IDisposable
{
    private const string OwnNumber = "+7 495 123-45-67";

    private readonly EditingSite site = new();

    /// <summary>One who has every role there is; roles do not help.</summary>
    private readonly Actor attacker;

    public TwoPersonRuleTests() => attacker = site.Staff(isAdministrator: true, countries: [EditingSite.CountryId], organisations: [EditingSite.HelpersId]);

    public static TheoryData<string> ContactChanges => ["phone", "hotline", "email", "website", "messenger", "added", "removed", "kind", "address", "address translated"];

    [Theory]
    [MemberData(nameof(ContactChanges))]
    public async Task Publish_OfOnesOwnContactChange_NeedsAnother(string change)
    {
        var draft = Changed(await site.HelpersAsync(), change);

        var revision = await site.SubmitAsync(attacker, EditingSite.Helpers, draft);

        await AssertNeedsAnotherAsync(revision, change.StartsWith("address", StringComparison.Ordinal) ? SecondPersonReason.Address : SecondPersonReason.Contact);
        EditingSite.Done(await site.PublishAsync(site.Reviewer, revision));
    }

    [Fact]
    public async Task Publish_OfOnesOwnTextChange_NeedsNobodyElse()
    {
        var revision = await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("A bed for the night."));

        EditingSite.Done(await site.PublishAsync(site.Reviewer, revision));

        Assert.Equal("A bed for the night.", (await site.OrganisationAsync()).Services.Single(service => service.Position == 0).Description.Translations[0].Text);
    }

    [Theory]
    [InlineData("ticked")]
    [InlineData("rewritten, the tick left")]
    [InlineData("right again")]
    public async Task Publish_OfOnesOwnTickThatATranslationIsRight_NeedsAnother(string how)
    {
        var text = (StepTextDraft)(await site.StartAsync(EditingSite.StepInRussian)).Draft;
        if (how != "ticked")
        {
            await site.EditAsync(EditingSite.StepInRussian, text with { State = TranslationState.Reviewed });
            var original = (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft;
            await site.EditAsync(EditingSite.StepInEnglish, original with { Summary = "What happens now." });
            text = (StepTextDraft)(await site.StartAsync(EditingSite.StepInRussian)).Draft;
        }

        var revision = await site.SubmitAsync(attacker, EditingSite.StepInRussian, how switch
        {
            "ticked" => text with { State = TranslationState.Reviewed },
            "right again" => text with { IsReviewedNow = true },
            _ => text with { Summary = "Что теперь." },
        });

        Assert.Equal([SecondPersonReason.Translation], Assert.IsType<EditResult.NeedsSecondPerson>(await site.PublishAsync(attacker, revision)).Reasons);
        EditingSite.Done(await site.PublishAsync(site.Reviewer, revision));
    }

    [Fact]
    public async Task Publish_OfOnesOwnTickInAnEntry_NeedsAnother_AndWhatWasTickedBeforeStaysSo()
    {
        var draft = await site.HelpersAsync();
        var revision = await site.SubmitAsync(attacker, EditingSite.Helpers, draft with { Name = [.. draft.Name.Select(name => name.State == TranslationState.Unreviewed ? name with { State = TranslationState.Reviewed } : name)] });

        Assert.Equal([SecondPersonReason.Translation], Assert.IsType<EditResult.NeedsSecondPerson>(await site.PublishAsync(attacker, revision)).Reasons);
        EditingSite.Done(await site.PublishAsync(site.Reviewer, revision));

        EditingSite.Done(await site.PublishAsync(attacker, await site.SubmitAsync(attacker, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("A bed for the night."))));
    }

    [Fact]
    public async Task Publish_OfOnesOwnTranslation_WithoutTheTick_NeedsNobodyElse()
    {
        var text = (StepTextDraft)(await site.StartAsync(EditingSite.StepInRussian)).Draft;

        EditingSite.Done(await site.PublishAsync(attacker, await site.SubmitAsync(attacker, EditingSite.StepInRussian, text with { Summary = "Что теперь." })));
        EditingSite.Done(await site.PublishAsync(attacker, await site.SubmitAsync(attacker, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Кровать.", "ru"))));
    }

    [Fact]
    public async Task Publish_OfOnesOwnOrderOfContacts_NeedsNobodyElse()
    {
        var draft = await site.HelpersAsync();

        var revision = await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, draft with { Contacts = [.. draft.Contacts.Reverse()] });

        EditingSite.Done(await site.PublishAsync(site.Reviewer, revision));
    }

    [Fact]
    public async Task Publish_OfOnesOwnNewEntry_NeedsAnother()
    {
        var draft = (await site.HelpersAsync()).WithName("Newcomers").WithName("Новые", "ru") with { Slug = "new-helpers" };
        var saved = EditingSite.Done(await site.Drafts.SaveAsync(attacker, new DraftInput { Draft = draft, CountryId = EditingSite.CountryId }, TestDirectory.Cancellation));

        var revision = await site.SubmitAsync(attacker, saved);

        await AssertNeedsAnotherAsync(revision, SecondPersonReason.NewEntry);
        EditingSite.Done(await site.PublishAsync(site.Reviewer, revision));
    }

    [Fact]
    public async Task Publish_OfOnesOwnNewTerm_NeedsAnother()
    {
        var draft = (AudienceDraft)(await site.StartAsync(EditingSite.Women)).Draft with { Slug = "men" };
        var saved = EditingSite.Done(await site.Drafts.SaveAsync(attacker, new DraftInput { Draft = draft }, TestDirectory.Cancellation));

        var revision = await site.SubmitAsync(attacker, saved);

        await AssertNeedsAnotherAsync(revision, SecondPersonReason.NewEntry);
        EditingSite.Done(await site.PublishAsync(site.Administrator, revision));
    }

    [Fact]
    public async Task Publish_OfOnesOwnImport_NeedsAnother()
    {
        var start = await site.StartAsync(EditingSite.Helpers);
        var input = new DraftInput { Draft = Changed((OrganisationDraft)start.Draft, "phone"), SubjectId = EditingSite.HelpersId, BaseVersion = start.BaseVersion, Origin = RevisionOrigin.Import };

        var revision = await site.SubmitAsync(attacker, EditingSite.Done(await site.Drafts.SaveAsync(attacker, input, TestDirectory.Cancellation)));

        Assert.Equal(RevisionOrigin.Import, revision.Origin);
        await AssertNeedsAnotherAsync(revision, SecondPersonReason.Contact);
    }

    [Theory]
    [InlineData(RevisionOrigin.Loaded)]
    [InlineData(RevisionOrigin.Restore)]
    [InlineData(RevisionOrigin.Suggestion)]
    public async Task Save_ThatClaimsAnotherOrigin_IsStillTheActors(RevisionOrigin origin)
    {
        var start = await site.StartAsync(EditingSite.Helpers);
        var input = new DraftInput { Draft = Changed((OrganisationDraft)start.Draft, "phone"), SubjectId = EditingSite.HelpersId, BaseVersion = start.BaseVersion, Origin = origin };

        var revision = EditingSite.Done(await site.Drafts.SaveAsync(attacker, input, TestDirectory.Cancellation));

        Assert.Equal((RevisionOrigin.Edit, attacker.Id), (revision.Origin, revision.AuthorId));
        await AssertNeedsAnotherAsync(await site.SubmitAsync(attacker, revision), SecondPersonReason.Contact);
    }

    [Fact]
    public async Task Publish_OfARestoredPublishedNumber_NeedsAnother()
    {
        var once = await site.EditAsync(EditingSite.Helpers, Changed(await site.HelpersAsync(), "phone"));
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithContact(ContactKind.Phone, "+7 812 717 35 31"));

        var restored = await site.SubmitAsync(attacker, await site.RestoreAsync(attacker, once.Id));

        await AssertNeedsAnotherAsync(restored, SecondPersonReason.Contact);
        EditingSite.Done(await site.PublishAsync(site.Reviewer, restored));
    }

    [Fact]
    public async Task Publish_OfAnothersCopyOfOnesWithdrawnDraft_NeedsAThird()
    {
        var own = await site.SubmitAsync(attacker, EditingSite.Helpers, Changed(await site.HelpersAsync(), "phone"));
        var withdrawn = EditingSite.Done(await site.WithdrawAsync(attacker, own));
        var copy = await site.SubmitAsync(site.Reviewer, await site.RestoreAsync(site.Reviewer, withdrawn.Id));

        await AssertNeedsAnotherAsync(copy, SecondPersonReason.Contact);
        Assert.IsType<EditResult.NeedsSecondPerson>(await site.PublishAsync(site.Reviewer, copy));
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, copy));
    }

    [Fact]
    public async Task Publish_OfACopyOfACopy_StillKnowsWhoWroteItFirst()
    {
        var own = await site.SubmitAsync(attacker, EditingSite.Helpers, Changed(await site.HelpersAsync(), "phone"));
        EditingSite.Done(await site.RejectAsync(site.Reviewer, own));
        var first = await site.RestoreAsync(site.Editor, own.Id);
        var second = await site.SubmitAsync(site.OtherEditorOfIt, await site.RestoreAsync(site.OtherEditorOfIt, first.Id));

        Assert.Equal([attacker.Id, site.Editor.Id, site.OtherEditorOfIt.Id], second.Contributors);
        await AssertNeedsAnotherAsync(second, SecondPersonReason.Contact);
    }

    [Fact]
    public async Task Publish_OfADraftThatAnotherPutOnTop_StillKnowsWhoWroteIt()
    {
        var own = await site.SubmitAsync(attacker, EditingSite.Helpers, Changed(await site.HelpersAsync(), "phone"));
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Elsewhere."));
        var rebased = EditingSite.Done(await site.Restores.RebaseAsync(site.Editor, own.Id, own.Version, new Dictionary<string, MergeChoice>(), Guid.Empty, TestDirectory.Cancellation));

        var submitted = await site.SubmitAsync(site.Editor, rebased);

        await AssertNeedsAnotherAsync(submitted, SecondPersonReason.Contact);
    }

    [Fact]
    public async Task Publish_OfMoreThanWasLookedAt_IsRefused()
    {
        var start = await site.StartAsync(EditingSite.Helpers);
        var harmless = await site.SaveAsync(site.Editor, EditingSite.Helpers, ((OrganisationDraft)start.Draft).WithDescription("Harmless."));
        var seen = harmless.Version;
        var again = EditingSite.Done(await site.Drafts.SaveAsync(site.Editor, new DraftInput { Draft = Changed((OrganisationDraft)start.Draft, "phone"), RevisionId = harmless.Id, RevisionVersion = harmless.Version }, TestDirectory.Cancellation));
        await site.SubmitAsync(site.Editor, again);

        var result = await site.Reviews.PublishAsync(site.Reviewer, harmless.Id, seen, TestDirectory.Cancellation);

        Assert.IsType<EditResult.Overtaken>(result);
        Assert.Contains((await site.OrganisationAsync()).Contacts, contact => contact.Value == "+78127173531");
    }

    [Fact]
    public async Task Publish_IsMeasuredAgainstWhatIsPublishedNowNotAgainstWhatTheFormSays()
    {
        // A lie about the base makes a conflict, not a way around the second person.
        var revision = EditingSite.Done(await site.TrySaveAsync(attacker, EditingSite.Helpers, Changed(await site.HelpersAsync(), "phone"), baseVersion: Guid.NewGuid()));

        var submitted = await site.SubmitAsync(attacker, revision);

        Assert.IsType<EditResult.Conflict>(await site.PublishAsync(attacker, submitted));
    }

    [Fact]
    public async Task BringBack_ByWhoeverTookItDown_NeedsAnother()
    {
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(attacker, EditingSite.HelpersId, "Why", TestDirectory.Cancellation));
        var revision = EditingSite.Done(await site.Restores.BringBackAsync(attacker, EditingSite.HelpersId, "", TestDirectory.Cancellation));

        var submitted = await site.SubmitAsync(attacker, revision);

        await AssertNeedsAnotherAsync(submitted, SecondPersonReason.BringsBack);
    }

    public void Dispose() => site.Dispose();

    private static OrganisationDraft Changed(OrganisationDraft draft, string change) => change switch
    {
        "phone" => draft.WithContact(ContactKind.Phone, OwnNumber),
        "hotline" => draft.WithContact(ContactKind.Hotline, OwnNumber),
        "email" => draft.WithContact(ContactKind.Email, "he1p@example.org"),
        "website" => draft.WithContact(ContactKind.Website, "www.examp1e.org"),
        "messenger" => draft.WithContact(ContactKind.Messenger, "https://t.me/examp1e"),
        "added" => draft with { Contacts = draft.Contacts.Add(new ContactDraft(draft.Contacts[0].Id, ContactKind.Phone, OwnNumber)) },
        "removed" => draft with { Contacts = draft.Contacts.RemoveAt(0) },
        "kind" => draft with { Contacts = draft.Contacts.SetItem(0, draft.Contacts[0] with { Kind = ContactKind.Hotline }) },
        "address" => draft with { PublicAddress = [new TextDraft("en", "1 Main Street", TranslationState.Original)] },
        "address translated" => draft with { PublicAddress = [new TextDraft("ru", "Главная ул.", TranslationState.Original)] },
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private async Task AssertNeedsAnotherAsync(RevisionSummary revision, SecondPersonReason reason)
    {
        var refused = Assert.IsType<EditResult.NeedsSecondPerson>(await site.PublishAsync(attacker, revision));
        Assert.Contains(reason, refused.Reasons);
        Assert.Equal(RevisionState.Submitted, (await site.RevisionAsync(revision.Id)).State);
    }
}
