using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Core.Tests.Editing;
using ReferralDirectory.Core.Translations;

namespace ReferralDirectory.Core.Tests.Published;

/// <summary>How the public's texts stand in other languages, and who sees that.</summary>
public sealed class TranslationOverviewTests : IDisposable
{
    private readonly EditingSite site = new();

    // What is done with the Russian name, and what the overview then says of it.
    [Theory]
    [InlineData("nothing", TextTranslationState.Unreviewed)]
    [InlineData("removed", TextTranslationState.Missing)]
    [InlineData("reviewed", TextTranslationState.Reviewed)]
    [InlineData("original changed", TextTranslationState.Outdated)]
    [InlineData("reviewed, original changed", TextTranslationState.Outdated)]
    [InlineData("original changed, written anew", TextTranslationState.Unreviewed)]
    [InlineData("original changed, said to be right", TextTranslationState.Reviewed)]
    public async Task OfAName(string what, TextTranslationState expected)
    {
        foreach (var step in what.Split(", "))
        {
            var draft = await site.HelpersAsync();
            OrganisationDraft WithRussian(Func<TextDraft, TextDraft> change) => draft with { Name = [.. draft.Name.Select(text => text.Language == "ru" ? change(text) : text)] };
            OrganisationDraft? changed = step switch
            {
                "removed" => draft with { Name = [.. draft.Name.Where(text => text.Language != "ru")] },
                "reviewed" => WithRussian(text => text with { State = TranslationState.Reviewed }),
                "original changed" => draft.WithName("Helpers and friends"),
                "written anew" => WithRussian(text => text with { Text = "Помощники и друзья" }),
                "said to be right" => WithRussian(text => text with { State = TranslationState.Reviewed, IsReviewedNow = true }),
                _ => null,
            };
            if (changed is not null)
            {
                await site.EditAsync(EditingSite.Helpers, changed);
            }
        }

        var texts = (await ReadAsync(site.Reviewer)).Single(entry => entry.Subject == EditingSite.Helpers && entry.Language.Value == "ru").Texts;
        Assert.Equal(expected, Assert.Single(texts, text => text.Field == nameof(Provider.Name)).State);
    }

    [Fact]
    public async Task OfAStepsText_ThatIsMissing_HasTheIdItWouldGet()
    {
        await using (var db = site.Open())
        {
            db.Remove(db.StepTexts.Single(text => text.Id == EditingSite.StepInRussian.Id));
            await db.SaveChangesAsync(TestDirectory.Cancellation);
        }

        var missing = Assert.Single(await ReadAsync(site.Reviewer), entry => entry.Subject.Kind == SubjectKind.StepText && entry.Count(TextTranslationState.Missing) > 0);
        Assert.Equal(EditingSite.StepInRussian, missing.Subject);
    }

    [Fact]
    public async Task AnOriginal_IsNoTranslation() =>
        Assert.DoesNotContain(await ReadAsync(site.Reviewer), entry => entry.Subject == EditingSite.Helpers && entry.Language.Value == "en");

    [Fact]
    public async Task EachSees_WhatTheyMayRead_AndMends_WhatTheyMayEdit()
    {
        Assert.Equal([EditingSite.Helpers], (await ReadAsync(site.Editor)).Select(entry => entry.Subject));
        Assert.DoesNotContain(await ReadAsync(site.Stranger), entry => entry.Subject == EditingSite.Helpers);
        Assert.All(await ReadAsync(site.Reviewer), entry => Assert.True(entry.Subject.Kind is SubjectKind.Organisation or SubjectKind.StepText && entry.MayEdit(site.Reviewer)));

        var administrators = await ReadAsync(site.Administrator);
        Assert.Contains(administrators, entry => entry.Subject == EditingSite.Helpers && !entry.MayEdit(site.Administrator));
        Assert.Contains(administrators, entry => entry.Subject == EditingSite.Shelter && entry.MayEdit(site.Administrator));
    }

    public void Dispose() => site.Dispose();

    private async Task<IReadOnlyList<SubjectTranslation>> ReadAsync(Actor actor)
    {
        await site.Directory.Source.ReloadAsync(TestDirectory.Cancellation);
        return [.. new TranslationOverview().For(actor, site.Directory.Source.Current)];
    }
}
