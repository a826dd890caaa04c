using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>A number or a street that stands in a text already, and what one person alone would like to make of it.</summary>
public sealed class NumbersInTextTests
{
    private const string Russian = "Если вам грозит опасность, звоните **112**. Полиция: 102, скорая помощь: 103.\n\nЗащитная служба: 8-800-700-06-00. Адрес: ул. Мира, д. 5. В течение 10 дней.";

    private const string English = "In danger call 112. The helpline is 8 800 700 06 00. Send *100#. Come to 12 High Street.";

    [Theory]
    [InlineData("**112**", "**118**")]
    [InlineData(", звоните **112**", "")]
    [InlineData("**112**", "1**1**8")]
    [InlineData("**112**", "**4455**")]
    [InlineData("**112**", "112 или 4455")]
    [InlineData("**112**", "۱۱۸")]
    [InlineData("**112**", "１１８")]
    [InlineData("**112**", "1\u200b1 8")]
    [InlineData("**112**", "1-1.8")]
    [InlineData("**112**", "&#49;18")]
    [InlineData("**112**", "сто восемнадцать")]
    [InlineData("**112**", "один один восемь")]
    [InlineData("**112**", "8-800-700-06-00", "8-800-700-06-00. Адрес", "112. Адрес")]
    [InlineData("Полиция: 102, скорая помощь: 103", "Скорая помощь: 102, полиция: 103")]
    [InlineData("Полиция: 102, скорая помощь: 103", "Полиция: 103, скорая помощь: 102")]
    [InlineData("звоните **112**", "не звоните **112**")]
    [InlineData("Полиция: 102", "Приют: 102")]
    [InlineData("102", "*102#")]
    [InlineData("8-800-700-06-00", "8-800-700-06-01")]
    [InlineData("8-800-700-06-00", "+8-800-700-06-00")]
    [InlineData("ул. Мира", "ул. Лесная")]
    [InlineData("д. 5", "д. 7")]
    [InlineData("д. 5", "д. 5а")]
    [InlineData(" Адрес: ул. Мира, д. 5.", "")]
    public void WhatSomebodyCouldDialOrGoTo_NeedsTwo_InAnyText(string old, string now, string old2 = "\0", string now2 = "")
    {
        var changed = Russian.Replace(old2, now2, StringComparison.Ordinal).Replace(old, now, StringComparison.Ordinal);
        Assert.NotEqual(Russian, changed);

        AssertNeedsTwo(InStep(changed), InStep(Russian));
        AssertNeedsTwo(InEntry(changed), InEntry(Russian));
        // The other language of the same text stays as it is.
        AssertNeedsTwo(InEntry(changed, English), InEntry(Russian, English));
        AssertNeedsTwo(InTerm(changed), InTerm(Russian));
    }

    [Theory]
    [InlineData("112", "118")]
    [InlineData("*100#", "*101#")]
    [InlineData("*100#", "100")]
    [InlineData("Send *100#. ", "")]
    [InlineData("call 112", "call one one eight")]
    [InlineData("12 High Street", "14 High Street")]
    [InlineData("12 High Street", "12 Low Street")]
    [InlineData("High Street", "High Road")]
    [InlineData("In danger call 112", "In danger never call 112")]
    public void TheSame_InTheOtherLanguage(string old, string now)
    {
        var changed = English.Replace(old, now, StringComparison.Ordinal);

        AssertNeedsTwo(InEntry(Russian, changed), InEntry(Russian, English));
        AssertNeedsTwo(InStep(changed, "en"), InStep(English, "en"));
    }

    [Theory]
    [InlineData("*5#")]
    [InlineData("Send #31")]
    [InlineData("4455")]
    [InlineData("Звоните 1 1 8")]
    [InlineData("пр. Победы 3")]
    [InlineData("пер. Тихий, 9")]
    [InlineData("проспект Победы, дом 3")]
    [InlineData("д. 3")]
    [InlineData("3 Oak Avenue")]
    [InlineData("Oak Road, 3")]
    [InlineData("one one eight")]
    [InlineData("сто восемнадцать")]
    [InlineData("2020")]
    public void WhatIsNew_NeedsTwo(string text)
    {
        AssertNeedsTwo(InEntry(Russian, text), InEntry(Russian));
        AssertNeedsTwo(InEntry(Russian + " " + text), InEntry(Russian));
        AssertNeedsTwo(InStep(Russian + " " + text), InStep(Russian));
    }

    [Fact]
    public void EachDigitOfAStep_NeedsTwo()
    {
        AssertNeedsTwo(InStep(Russian.Replace("10 дней", "30 дней", StringComparison.Ordinal)), InStep(Russian));
        AssertNeedsTwo(InStep(Russian + " Открыто 9:00–18:00."), InStep(Russian));
        Assert.Empty(SecondPerson.Reasons(InEntry(Russian.Replace("10 дней", "30 дней", StringComparison.Ordinal)), InEntry(Russian), bringsBack: false, hotlineTypes: []));
    }

    [Fact]
    public void ANumberThatMovesToAnotherPart_NeedsTwo()
    {
        AssertNeedsTwo(InStep("") with { NotHere = Russian }, InStep(Russian));
        AssertNeedsTwo(InEntry("Кровать.", services: ["Позвоните 112."]), InEntry("Позвоните 112.", services: ["Кровать."]));
    }

    [Theory]
    [InlineData("Если вам", "Когда вам")]
    [InlineData("опасность", "апасность")]
    [InlineData("звоните", "звaните")]
    [InlineData("скорая помощь", "скорая помощъ")]
    [InlineData("8-800-700-06-00", "8 (800) 700-06-00")]
    [InlineData("**112**", "112")]
    [InlineData("В течение 10 дней", "У вас 10 дней")]
    [InlineData("112**. Полиция", "112**.\n\nПолиция")]
    public void PlainWording_NeedsNobodyElse(string old, string now)
    {
        var changed = Russian.Replace(old, now, StringComparison.Ordinal);
        Assert.NotEqual(Russian, changed);

        Assert.Empty(SecondPerson.Reasons(InStep(changed), InStep(Russian), bringsBack: false, hotlineTypes: []));
        Assert.Empty(SecondPerson.Reasons(InEntry(changed, English), InEntry(Russian, English), bringsBack: false, hotlineTypes: []));
    }

    [Fact]
    public void ServicesThatChangePlaces_NeedNobodyElse()
    {
        var draft = InEntry(Russian, services: ["Позвоните 112.", English]);

        Assert.Empty(SecondPerson.Reasons(draft with { Services = [.. draft.Services.Reverse()] }, draft, bringsBack: false, hotlineTypes: []));
    }

    private static void AssertNeedsTwo(SubjectDraft draft, SubjectDraft published) =>
        Assert.Equal([SecondPersonReason.ContactInText], SecondPerson.Reasons(draft, published, bringsBack: false, hotlineTypes: []));

    private static StepTextDraft InStep(string text, string language = "ru") => new() { Language = language, Title = "Шаг", ForYou = text, ForWorkers = "Сообщите." };

    private static AudienceDraft InTerm(string text) => new() { Name = [new TextDraft("ru", text, TranslationState.Original)] };

    private static OrganisationDraft InEntry(string russian, string? english = null, params string[] services) => new()
    {
        Services =
        [
            Service(0, [new TextDraft("ru", russian, TranslationState.Original), .. english is null ? ImmutableArray<TextDraft>.Empty : [new TextDraft("en", english, TranslationState.Unreviewed)]]),
            .. services.Select((text, i) => Service(i + 1, [new TextDraft("ru", text, TranslationState.Original)])),
        ],
    };

    private static ServiceDraft Service(int number, ImmutableArray<TextDraft> texts) => new() { Id = new Guid(number, 0, 0, new byte[8]), Description = texts };
}
