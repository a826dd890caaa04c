using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Content.Shipped;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>What somebody writes who wants a number past the second person, and what honest people write.</summary>
public sealed class ContactLikeTextTests
{
    private static readonly Guid Other = Guid.NewGuid();

    private static readonly OrganisationDraft Published = With("Нет условий.");

    [Theory]
    // In words.
    [InlineData("Звоните: восемь восемьсот пятьсот пятьдесят пять тридцать пять тридцать пять")]
    [InlineData("Восемь, девятьсот два; сто двадцать три - сорок пять, шестьдесят семь")]
    [InlineData("восемь девять ноль два один")]
    [InlineData("Call eight eight hundred five five five")]
    [InlineData("Call eight, eight hundred, triple five, thirty-five, thirty-five")]
    [InlineData("Call plus seven nine oh two one two three")]
    [InlineData("Call eighteighthundredfivefive")]
    [InlineData("8 восемьсот 555 тридцать пять 35")]
    [InlineData("вocемь вocемьcoт пятьсoт пять пять")]
    // Digits that are none, and letters that look like digits.
    [InlineData("8 8ОО 555 З5 З5")]
    [InlineData("8-8OO-555")]
    [InlineData("88oo5")]
    [InlineData("8 9O2 l23")]
    [InlineData("тел 8 (4Ч5) 7З")]
    [InlineData("８８００５５５")]
    [InlineData("٨٨٠٠٥٥٥")]
    [InlineData("8\u200b8\u200d0\ufeff0\u20605")]
    [InlineData("8\u034f8\u06170\u180e05")]
    // In pieces.
    [InlineData("8-800, тире 555, тире 35, тире 35")]
    [InlineData("88, потом 00, потом 5")]
    [InlineData("88 then 00 then 55")]
    [InlineData("Сначала 8800 наберите, 555 дальше, и ещё 3535 в конце")]
    [InlineData("First 880 please, next 055 please, last 535")]
    [InlineData("Call 88 and 00 and 20 and 00 and 12 and 26")]
    [InlineData("88 дробь 00 дробь 20 дробь 00 дробь 12 дробь 26")]
    // A name of somebody there.
    [InlineData("ВК: help_club")]
    [InlineData("Ищите нас в одноклассниках: помощь")]
    // Dressed as something else.
    [InlineData("8:00 5:55 35 35")]
    [InlineData("8:00 5:05 3:35")]
    [InlineData("8 9:00 10:00")]
    [InlineData("9:00–18:00 8 902")]
    [InlineData("2005-2035-1990-1991")]
    [InlineData("18-9, 10-15")]
    [InlineData("9-10, 11-12, 13-14, 15-16")]
    [InlineData("01.01.2026 12 34")]
    [InlineData("24/7 880")]
    [InlineData("tel:112")]
    [InlineData("[позвонить](tel:112)")]
    // Addresses in markup that a page does not show, and with brackets around the dot.
    [InlineData(@"Пишите на evil\.ru")]
    [InlineData("Пишите на **evil**.ru")]
    [InlineData("Пишите на evil.**ru**")]
    [InlineData("Пишите на `evil`.ru")]
    [InlineData("Пишите на evil(.)ru")]
    [InlineData("Пишите на evil[.]ru")]
    // Addresses that are spelt out.
    [InlineData("help собака example точка ру")]
    [InlineData("help (собака) example.ru")]
    [InlineData("help[at]example")]
    [InlineData("help (at) example")]
    [InlineData("help at example dot org")]
    [InlineData("help at example (dot) com")]
    [InlineData("сайт пример точка рф")]
    [InlineData("www example org")]
    [InlineData("example·com")]
    [InlineData("example•org")]
    [InlineData("Пишите в телеграм: помощница")]
    [InlineData("Write in WhatsApp")]
    [InlineData("Find us in Telegram as helper")]
    // With spaces around the dot.
    [InlineData("Наш сайт: helpers . org")]
    [InlineData("Наш сайт: helpers. org")]
    [InlineData("Сайт помощь . рф")]
    [InlineData("Go to example . info")]
    [InlineData("example\u00a0. com /help")]
    [InlineData("example\n.\ncom")]
    [InlineData("example • org")]
    // Two networks whose names are words.
    [InlineData("ОК: помощница")]
    [InlineData("OK.: helpers")]
    [InlineData("Пишите в ОК helpers")]
    [InlineData("Пишите в Oк, наша группа helpers")]
    [InlineData("МАКС: помощница")]
    [InlineData("MAX — help_desk")]
    [InlineData("MAX наш бот helpdesk24")]
    [InlineData("Наш канал в MAХ helpdesk")]
    [InlineData("Write to us on MAX as helpdesk")]
    // Others that are words, and others.
    [InlineData("Signal: helper")]
    [InlineData("Ѕіgnаl: helper")]
    [InlineData("Signal — help_desk")]
    [InlineData("Write to us on Signal as helpdesk")]
    [InlineData("Find us in Signal as helpdesk")]
    [InlineData("Пишите в Signal helpers")]
    [InlineData("Сигнал: помощница")]
    [InlineData("Пишите в Сигнале helpers")]
    [InlineData("Session ab_cd")]
    [InlineData("Find us in Session as helpdesk")]
    [InlineData("Discord: helpers")]
    [InlineData("Пишите в дискорде помощнице")]
    [InlineData("Threema, helper")]
    [InlineData("We are in WeChat")]
    [InlineData("Пишите в вичат")]
    [InlineData("Наш TikTok helpers")]
    [InlineData("Ищите нас в тик-токе")]
    [InlineData("BOTIM helper")]
    [InlineData("Занги: помощница")]
    public void ATextThatGainsAContact_NeedsASecondPerson(string text)
    {
        Assert.Equal([SecondPersonReason.ContactInText], SecondPerson.Reasons(With(text), Published, bringsBack: false, hotlineTypes: []));
        // As it stands already, it is nothing that is gained.
        Assert.Empty(SecondPerson.Reasons(With(text, "Нет."), With(text), bringsBack: false, hotlineTypes: []));
    }

    [Theory]
    [InlineData("Открыто 9:00–18:00.")]
    [InlineData("Пн–Пт 9:00–18:00, Сб 10:00–15:00, обед 13:00–14:00")]
    [InlineData("Open 9:00-18:00, 19:00-21:00")]
    [InlineData("Open from 9.00 to 18.30")]
    [InlineData("с 9 до 18, обед с 13 до 14")]
    [InlineData("9-18, 10-15")]
    [InlineData("Приём в 10:00, 12:00, 15:00")]
    [InlineData("Круглосуточно, 24/7")]
    [InlineData("31.12.2026")]
    [InlineData("31.12.2026 с 10:00 до 15:00")]
    [InlineData("2026-12-31 10:00–15:00")]
    [InlineData("2010–2026")]
    [InlineData("18–25 лет, 3 кровати, до 14 дней")]
    [InlineData("One of the two rooms is for families of three")]
    [InlineData("Это моя точка зрения.")]
    [InlineData("служебная собака")]
    [InlineData("Meet at ten at the station")]
    [InlineData("т. е. бесплатно")]
    [InlineData("Это бесплатно . Нет условий .")]
    [InlineData("Помощь бесплатна. Нет условий. Онлайн тоже. Инфо на месте.")]
    [InlineData("Help is free. Online, too. Me and you. Info at the door. EU citizens as well.")]
    [InlineData("Если всё ок, позвоните позже. Ок, спасибо.")]
    [InlineData("If that is OK with you, stay. OK? The room is OK for two.")]
    [InlineData("Max 3 nights, max two people, 14 days max.")]
    [InlineData("Группа макс. 10 человек")]
    [InlineData("Knock, or give a signal at the door; a signal is enough.")]
    [InlineData("Подайте сигнал в окно. Сигнал тревоги слышат все.")]
    [InlineData("A session with a psychologist, in session hours only. Discord in the family is no reason to send you away.")]
    [InlineData("Сессия с психологом длится час")]
    public void AnHonestText_NeedsNobodyElse(string text) => Assert.Empty(SecondPerson.Reasons(With(text), Published, bringsBack: false, hotlineTypes: []));

    [Theory]
    [InlineData("Telegram: our bot helpdesk_bot", "Telegram: our bot other_bot")]
    [InlineData("Пишите в телеграме, ник helpdesk", "Пишите в телеграме, ник evildesk")]
    [InlineData("Бот helpdesk в Telegram", "Бот evildesk в Telegram")]
    [InlineData("Telegram:\n- helpdesk", "Telegram:\n- evildesk")]
    [InlineData("WhatsApp и Viber нашей группы: helpdesk", "WhatsApp и Viber нашей группы: evildesk")]
    [InlineData("ОК: помощница", "ОК: помощник")]
    [InlineData("helpers . org", "hunters . org")]
    public void AContactThatBecomesAnother_NeedsASecondPerson(string before, string after)
    {
        Assert.Equal([SecondPersonReason.ContactInText], SecondPerson.Reasons(With(after), With(before), bringsBack: false, hotlineTypes: []));
        Assert.Empty(SecondPerson.Reasons(With($"{before} "), With(before), bringsBack: false, hotlineTypes: []));
    }

    /// <summary>What is public now: only what has digits, a dot within a word or an at sign is taken for a contact.</summary>
    [Fact]
    public void NoOrdinaryTextOfThisSite_IsTakenForAContact()
    {
        var texts = ShippedContent.StepTexts.SelectMany(text => text.Content.Split('\n'))
            .Concat(ShippedContent.LocalisedTexts.Concat(ShippedContent.Russia.Organisations.SelectMany(organisation => organisation.Services).Select(service => service.Eligibility).OfType<LocalisedText>()).SelectMany(text => text.Translations).Select(text => text.Text))
            .Concat(ShippedContent.Russia.Organisations.SelectMany(organisation => organisation.AlsoKnownAs)).ToList();

        var taken = texts.Where(text => SecondPerson.Reasons(With(text), With(""), bringsBack: false, hotlineTypes: []).Length > 0).ToList();

        Assert.True(texts.Count > 200, $"Only {texts.Count} texts.");
        Assert.All(taken, text => Assert.Matches(@"[0-9]|\w\.\w|@", text));
    }

    [Fact]
    public void ChangedTimes_NeedNobodyElse() => Assert.Empty(SecondPerson.Reasons(
        With("Пн–Пт 10:00–19:00, для людей 18–30 лет"), With("Пн–Пт 9:00–18:00, для людей 18–25 лет"), bringsBack: false, hotlineTypes: []));

    [Fact]
    public void ANumberInPieces_OverSeveralFields_NeedsASecondPerson() => Assert.Equal(
        [SecondPersonReason.ContactInText],
        SecondPerson.Reasons(With("Наберите 88, потом", "00 и 55"), Published, bringsBack: false, hotlineTypes: []));

    [Theory]
    [InlineData("Наберите 84, за ним 95, за ним 12, за ним 34", ", за ним 56, за ним 7")]
    [InlineData("Наберите сорок, за ним двенадцать, за ним девяносто, за ним тридцать", ", за ним шестьдесят, за ним семь")]
    public void ANumberThatGrowsEditByEdit_NeedsASecondPerson(string begun, string more)
    {
        Assert.Empty(Reasons(With(begun), Published));
        Assert.Equal([SecondPersonReason.ContactInText], Reasons(With(begun + more), With(begun)));
        // Also in another field of the page.
        Assert.Equal([SecondPersonReason.ContactInText], Reasons(With(begun, more), With(begun)));
        Assert.Equal([SecondPersonReason.ContactInText], Reasons(InStep(begun + more), InStep(begun)));
        // Words that change beside what stands there add nothing to it.
        Assert.Empty(Reasons(With($"{begun}, бесплатно"), With(begun)));
    }

    [Theory]
    [InlineData("Код города 495", "Код города 495. Наберите 12, за ним 34, за ним 56, за ним 7")]
    [InlineData("Кабинет номер 84, вход 95", "Кабинет номер 84, вход 95, потом ещё 12, за ними 34, за ними 56")]
    public void ANumberThatGrowsOutOfWhatStoodThere_NeedsASecondPerson(string before, string after) =>
        Assert.Equal([SecondPersonReason.ContactInText], Reasons(With(after), With(before)));

    [Fact]
    public void ANumberCutOverLanguages_ThatOneReaderSees_NeedsASecondPerson()
    {
        // Who reads Russian sees what is there in English alone.
        Assert.Equal([SecondPersonReason.ContactInText], Reasons(Cut(English("then 56, after it 7, after it 8")), Cut()));
        // The same said in two languages is read once.
        Assert.Empty(Reasons(Cut(Russian("Для 2 человек"), English("For 2 people")), Cut()));

        static OrganisationDraft Cut(params ImmutableArray<TextDraft> eligibility) => new()
        {
            Services = [new ServiceDraft { Description = [Russian("Наберите 84, за ним 95, за ним 12, за ним 34")], Eligibility = eligibility }],
        };
    }

    [Fact]
    public void NotesOfOneDay_AreReadBelowEachOther()
    {
        var begun = Noted("Наберите 84, за ним 95, за ним 12, за ним 34");

        Assert.Equal([SecondPersonReason.ContactInText], Reasons(begun with { OpeningHours = begun.OpeningHours! with { Exceptions = begun.OpeningHours.Exceptions.Add(Note(English("then 56, after it 7"))) } }, begun));

        static OrganisationDraft Noted(string text) => new() { OpeningHours = new OpeningHoursDraft { Exceptions = [Note(Russian(text))] } };
        static OpeningExceptionDraft Note(TextDraft text) => new() { From = "2026-12-31", To = "2026-12-31", Note = [text] };
    }

    private static ImmutableArray<SecondPersonReason> Reasons(SubjectDraft draft, SubjectDraft published) => SecondPerson.Reasons(draft, published, bringsBack: false, hotlineTypes: []);

    // Words alone: in a step, each digit counts.
    private static StepTextDraft InStep(string text) => new() { Language = "ru", Title = "Шаг", ForYou = text };

    private static OrganisationDraft With(string text, string other = "Есть всё.") => new()
    {
        Services =
        [
            new ServiceDraft { Description = [Russian("Позвоните по **112**, это бесплатно.")], Eligibility = [Russian(text)] },
            new ServiceDraft { Id = Other, Description = [Russian(other)] },
        ],
    };

    private static TextDraft English(string text) => new("en", text, TranslationState.Unreviewed);

    private static TextDraft Russian(string text) => new("ru", text, TranslationState.Original);
}
