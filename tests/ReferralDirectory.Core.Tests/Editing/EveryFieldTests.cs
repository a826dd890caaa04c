using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>What a draft says is what is published, field by field.</summary>
public sealed class EveryFieldTests : IDisposable
{
    private readonly EditingSite site = new();

    [Fact]
    public async Task Publish_OfEveryField_PublishesEveryField()
    {
        var before = await site.HelpersAsync();
        var draft = before with
        {
            Name = before.WithName("New name").Name,
            OwnLanguage = "en",
            AlsoKnownAs = ["one", "two"],
            LanguagesSpoken = ["ru", "tg"],
            PublicAddress = [new TextDraft("en", "1 Main Street", TranslationState.Original)],
            Places = [before.Places[0]],
            Services = [before.Services[1] with { Eligibility = [new TextDraft("ru", "Для всех", TranslationState.Original)], Audiences = [EditingSite.Women.Id] }],
            Contacts = [before.Contacts[4], new ContactDraft(Guid.Empty, ContactKind.Phone, "8 495 123-45-67")],
            OpeningHours = new OpeningHoursDraft
            {
                TimeZone = "Europe/Moscow",
                IsByAppointment = true,
                Week = [new WeeklyOpeningDraft(DayOfWeek.Friday, "22:00", "02:00"), new WeeklyOpeningDraft(DayOfWeek.Sunday, "00:00", "00:00")],
                Exceptions = [new OpeningExceptionDraft { From = "2026-12-31", To = "2027-01-08", Note = [new TextDraft("en", "Holidays", TranslationState.Original)] }],
            },
        };

        await site.EditAsync(EditingSite.Helpers, draft);

        await site.Directory.Source.ReloadAsync(TestDirectory.Cancellation);
        var provider = site.Testland.FindProvider("helpers")!;
        Assert.Equal(("New name", "en"), (provider.Name.Translations[0].Text, provider.OwnLanguage.Value));
        Assert.Equal(["one", "two"], provider.AlsoKnownAs);
        Assert.Equal(["ru", "tg"], provider.LanguagesSpoken.Select(tag => tag.Value));
        Assert.Equal("1 Main Street", provider.PublicAddress!.Translations.Single().Text);
        Assert.Single(provider.Places);
        var service = Assert.Single(provider.Services);
        Assert.Equal(("A line.", "Для всех", "women"), (service.Description.Translations[0].Text, service.Eligibility!.Translations.Single().Text, service.Audiences.Single().Slug.Value));
        Assert.Equal(["https://t.me/example", "+74951234567"], provider.Contacts.Select(contact => contact.Value));
        var hours = provider.OpeningHours!;
        Assert.True(hours.IsByAppointment);
        Assert.Equal([DayOfWeek.Friday, DayOfWeek.Sunday], hours.Week.Select(opening => opening.Day));
        Assert.True(hours.Week[0].Range.PassesMidnight);
        Assert.Equal((new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 8), 0, "Holidays"), (hours.Exceptions.Single().From, hours.Exceptions.Single().To, hours.Exceptions.Single().Ranges.Length, hours.Exceptions.Single().Note!.Translations.Single().Text));
    }

    [Fact]
    public async Task Publish_OfTerms_PublishesThem()
    {
        var type = (AssistanceTypeDraft)(await site.StartAsync(EditingSite.Shelter)).Draft;
        var audience = (AudienceDraft)(await site.StartAsync(EditingSite.Women)).Draft;

        await site.EditAsync(EditingSite.Shelter, type with { Need = type.Need.With("Somewhere safe", "en"), SearchWords = [new SearchWordsDraft("tg", ["хона"])], IsOnHome = false });
        await site.EditAsync(EditingSite.Women, audience with { Name = audience.Name.With("Girls", "en") });

        await site.Directory.Source.ReloadAsync(TestDirectory.Cancellation);
        var published = site.Directory.Source.Current;
        var shelter = published.AssistanceTypes.Single(term => term.Slug.Value == "shelter");
        Assert.Equal(("Somewhere safe", "tg", false), (shelter.Need.Translations[0].Text, shelter.Words.Single().Language.Value, shelter.IsOnHome));
        Assert.Equal("Girls", published.Audiences.Single(term => term.Slug.Value == "women").Name.Translations[0].Text);
    }

    [Fact]
    public async Task Publish_OfAStepText_PublishesIt()
    {
        var text = (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft;

        await site.EditAsync(EditingSite.StepInEnglish, text with { Title = "New", Summary = "Newer.", ForYou = "You.", ForWorkers = "- Worker.", NotHere = "Nothing." });

        await using var db = site.Open();
        var published = db.StepTexts.Single(candidate => candidate.Id == EditingSite.StepInEnglish.Id);
        Assert.Equal("New\nNewer.\nYou.\n- Worker.\nNothing.", published.Content);
        Assert.NotEqual(Guid.Empty, published.Version);
    }

    [Fact]
    public async Task Publish_OfAStepInANewLanguage_AddsIt()
    {
        await using (var db = site.Open())
        {
            db.StepTexts.Remove(db.StepTexts.Single(text => text.Id == EditingSite.StepInRussian.Id));
            await db.SaveChangesAsync(TestDirectory.Cancellation);
        }

        var original = (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft;
        var saved = EditingSite.Done(await site.Drafts.SaveAsync(site.Reviewer, new DraftInput { Draft = original with { Language = "ru", State = TranslationState.Unreviewed, Title = "Шаг" } }, TestDirectory.Cancellation));
        var revision = await site.SubmitAsync(site.Reviewer, saved);
        Assert.IsType<EditResult.NeedsSecondPerson>(await site.PublishAsync(site.Reviewer, revision));
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, revision));

        await using var after = site.Open();
        var published = after.StepTexts.Single(text => text.Id == saved.Subject.Id);
        Assert.Equal(("ru", "Шаг", false), (published.Language.Value, published.Title, published.OfHash is null));
    }

    public void Dispose() => site.Dispose();
}
