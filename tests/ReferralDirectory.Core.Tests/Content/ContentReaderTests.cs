using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Content;

/// <summary>What is read from a folder without faults.</summary>
public sealed class ContentReaderTests
{
    private static readonly LanguageTag English = LanguageTag.Parse("en");
    private static readonly LanguageTag Russian = LanguageTag.Parse("ru");

    [Fact]
    public void Read_ForNumbersWithAndWithoutCountryCode_StoresE164()
    {
        using var content = new SmallContent();

        var numbers = content.ReadHelpers().Contacts.Where(contact => contact.Kind is ContactKind.Phone or ContactKind.Hotline);

        Assert.Equal(["+78127173531", "+78003330016"], numbers.Select(contact => contact.Value));
    }

    [Fact]
    public void Read_ForEachKindOfContact_KeepsTheOrderOfTheFile()
    {
        using var content = new SmallContent();

        Assert.Equal(
            [ContactKind.Phone, ContactKind.Hotline, ContactKind.Email, ContactKind.Website, ContactKind.Messenger],
            content.ReadHelpers().Contacts.OrderBy(contact => contact.Position).Select(contact => contact.Kind));
    }

    [Fact]
    public void Read_ForAWebsiteWithoutScheme_KeepsItAsPrinted()
    {
        using var content = new SmallContent();

        Assert.Equal("www.example.org", content.ReadHelpers().Contacts.Single(contact => contact.Kind == ContactKind.Website).Value);
    }

    [Theory]
    [InlineData("called", ConfirmationMethod.Called)]
    [InlineData("written", ConfirmationMethod.Written)]
    [InlineData("visited", ConfirmationMethod.Visited)]
    [InlineData("told", ConfirmationMethod.Told)]
    public void Read_ForAConfirmedContact_ReadsDayMethodAndWho(string how, ConfirmationMethod method)
    {
        using var content = new SmallContent();
        content.Replace(SmallContent.Neighbours, "how: called", $"how: {how}");

        var contact = content.Read().Countries.Single().Organisations.Single(organisation => organisation.Slug.Value == "neighbours").Contacts.Single();

        var confirmation = Assert.Single(contact.Confirmations);
        Assert.Equal(new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc), confirmation.At);
        Assert.Equal(DateTimeKind.Utc, confirmation.At.Kind);
        Assert.Equal((method, "The team", contact.Id), (confirmation.How, confirmation.By, confirmation.ContactPointId));
    }

    [Fact]
    public void Read_WhereNobodyConfirmed_HasNoConfirmation()
    {
        using var content = new SmallContent();

        Assert.All(content.ReadHelpers().Contacts, contact => Assert.Empty(contact.Confirmations));
    }

    [Fact]
    public void Read_ForATranslation_KnowsItsStateAndWhatItWasMadeFrom()
    {
        using var content = new SmallContent();

        var name = content.ReadHelpers().Name;

        Assert.Equal(new Translation(English, "Helpers", TranslationState.Original, null), name.In(English));
        Assert.Equal(new Translation(Russian, "Помощники", TranslationState.Unreviewed, Translation.HashOf("Helpers")), name.In(Russian));
    }

    [Fact]
    public void Read_ForAFileWrittenInAnotherLanguageFirst_TakesThatAsTheOriginal()
    {
        using var content = new SmallContent();

        var name = content.Read().Countries.Single().Organisations.Single(organisation => organisation.Slug.Value == "neighbours").Name;

        Assert.Equal(TranslationState.Original, name.In(Russian).State);
        Assert.Equal(new Translation(English, "Neighbours", TranslationState.Reviewed, Translation.HashOf("Соседи")), name.In(English));
    }

    [Fact]
    public void Read_ForATranslatedStep_KnowsTheOriginalItWasMadeFrom()
    {
        using var content = new SmallContent();

        var texts = content.Read().Countries.Single().Steps.Single(step => step.Key == StepKey.Encounter).Texts;

        var original = texts.Single(text => text.Language == English);
        Assert.Null(original.OfHash);
        Assert.Equal(Translation.HashOf(original.Content), texts.Single(text => text.Language == Russian).OfHash);
    }

    [Fact]
    public void Read_ForAStep_ReadsItsThreePartsWithoutTheirKeys()
    {
        using var content = new SmallContent();

        var text = content.Read().Countries.Single().Steps.Single(step => step.Key == StepKey.Providers).Texts.Single(text => text.Language == English);

        Assert.Equal(
            ("Step 6", "What happens.", "You can call **112**.", "- Workers can call too.", "- Nothing else."),
            (text.Title, text.Summary, text.ForYou, text.ForWorkers, text.NotHere));
    }

    [Fact]
    public void Read_ForAFlagThatIsLeftOut_IsFalse()
    {
        using var content = new SmallContent();

        var numbers = content.Read().Countries.Single().EmergencyNumbers;

        Assert.Equal([("112", true), ("103", false)], numbers.Select(number => (number.Number, number.IsFree)));
    }

    [Fact]
    public void Read_ForWindowsLineEndings_ReadsTheSame()
    {
        using var content = new SmallContent();
        var text = File.ReadAllText(Path.Combine(content.Path, SmallContent.Step));
        content.Write(SmallContent.Step, text.ReplaceLineEndings("\r\n"));

        var step = content.Read().Countries.Single().Steps.Single(step => step.Key == StepKey.Encounter).Texts.Single(text => text.Language == English);

        Assert.Equal("You can call **112**.", step.ForYou);
    }

    [Fact]
    public void Read_Twice_GivesTheSameIdentifiers()
    {
        using var content = new SmallContent();

        var (first, second) = (content.ReadHelpers(), content.ReadHelpers());

        Assert.Equal(first.Contacts.Select(contact => contact.Id), second.Contacts.Select(contact => contact.Id));
        Assert.Equal(first.Services.Select(service => service.Id), second.Services.Select(service => service.Id));
    }
}
