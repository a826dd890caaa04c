using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Content;

/// <summary>The files of <see cref="SmallContent"/>.</summary>
internal static class SmallContentFiles
{
    public static IEnumerable<(string File, string Text)> All =>
    [
        (SmallContent.Languages, Languages),
        (SmallContent.Types, Types),
        (SmallContent.Audiences, Audiences),
        (SmallContent.Country, Country),
        (SmallContent.Helpers, Helpers),
        (SmallContent.Neighbours, Neighbours),
        .. StepKeys.All.SelectMany(Steps),
    ];

    private const string Languages =
        """
        languages:
          - tag: en
            name: English
            direction: ltr
            interface: original
          - tag: ru
            name: Русский
            direction: ltr
            interface: unreviewed
        """;

    private const string Types =
        """
        original: en
        translations: { ru: unreviewed }
        types:
          - slug: shelter
            name: { en: Shelter, ru: Приют }
            need: { en: Somewhere to stay, ru: Где переночевать }
            search:
              en: [bed, roof]
              ru: [ночлег]
            home: true
          - slug: talk
            hotline: true
            name: { en: Talk, ru: Разговор }
            need: { en: Someone to talk to, ru: Поговорить }
        """;

    private const string Audiences =
        """
        original: en
        translations: { ru: reviewed }
        audiences:
          - slug: women
            name: { en: Women, ru: Женщины }
            search: { en: [girl], ru: [девушка] }
          - slug: children
            name: { en: Children, ru: Дети }
        """;

    private const string Country =
        """
        slug: testland
        code: RU
        original: en
        translations: { ru: unreviewed }
        name: { en: Testland, ru: Тестляндия }
        emergency:
          - number: "112"
            name: { en: Police, ru: Полиция }
            free: true
          - number: "103"
            name: { en: Ambulance, ru: Скорая помощь }
        sources:
          - slug: guide
            name: { en: A guide., ru: Руководство. }
        places:
          - slug: riverside
            name: { en: Riverside, ru: Приречье }
            search: { en: [river] }
          - slug: hilltown
            name: { en: Hilltown, ru: Нагорье }
        steps:
          encounter: [talk]
          initial-referral: [talk]
          identification: []
          assistance: [talk, shelter]
          voluntary-return: []
          providers: []
        """;

    private const string Helpers =
        """
        slug: helpers
        source: guide
        original: en
        translations: { ru: unreviewed }
        own-language: ru
        name: { en: Helpers, ru: Помощники }
        search: [help]
        places: [hilltown, riverside]
        services:
          - types: [talk, shelter]
            audiences: [children, women]
            description: { en: A bed., ru: Ночлег. }
          - types: [talk]
            description: { en: A line., ru: Линия. }
        contacts:
          - phone: "+7 812 717 35 31"
          - hotline: "8 800 333 0016"
          - email: help@example.org
          - website: www.example.org
          - messenger: https://t.me/example
        """;

    /// <summary>What an organisation may say besides.</summary>
    public const string Hours =
        """
        languages-spoken: [ru, tg]
        public-address: { en: 1 Main Street, ru: Главная ул. 1 }
        hours:
          time-zone: Europe/Moscow
          by-appointment: true
          week:
            monday: ["09:00-13:00", "14:00-18:00"]
            friday: ["22:00-02:00"]
            sunday: ["00:00-00:00"]
          exceptions:
            - from: 2026-12-31
              to: 2027-01-08
              hours: ["10:00-12:00"]
              note: { en: Holidays, ru: Праздники }
            - from: 2027-03-08
        """;

    private const string Neighbours =
        """
        slug: neighbours
        source: guide
        original: ru
        translations: { en: reviewed }
        own-language: ru
        name: { en: Neighbours, ru: Соседи }
        services:
          - types: [shelter]
            description: { en: A room., ru: Комната. }
        contacts:
          - phone: "+7 495 797 87 22"
            confirmed: { on: 2026-01-31, how: called, by: The team }
        """;

    private static IEnumerable<(string File, string Text)> Steps(StepKey key) =>
    [
        ($"testland/steps/{(int)key}-{key.Slug()}.en.md", Step($"Step {(int)key}", "original")),
        ($"testland/steps/{(int)key}-{key.Slug()}.ru.md", Step($"Шаг {(int)key}", "unreviewed")),
    ];

    private static string Step(string title, string state) =>
        $"""
        ---
        title: {title}
        summary: What happens.
        translation: {state}
        source: guide
        ---
        # for-you

        You can call **112**.

        # for-workers

        - Workers can call too.

        # not-here

        - Nothing else.
        """;
}
