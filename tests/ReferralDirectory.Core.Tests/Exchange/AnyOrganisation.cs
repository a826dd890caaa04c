using FsCheck;
using FsCheck.Fluent;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Tests.Editing;

namespace ReferralDirectory.Core.Tests.Exchange;

/// <summary>Organisations with anything in them that an entry may have, and most of all what a table could stumble over.</summary>
internal static class AnyOrganisation
{
    private static readonly LanguageTag[] Languages = [LanguageTag.Parse("en"), LanguageTag.Parse("ru")];

    private static readonly string[] Pieces =
    [
        "=", "+", "-", "@", "'", "\"", ",", ";", "|", "\\", "\n", " ", "\u00a0", "=1+1", "''=", "\"=", ";=", "|@", "\\|", "＝", "cmd", "ж", "ё", "😀", "—", "7", "sum(A1)", "#", "1E5", "2026-12-31", "yes", "en original",
    ];

    private static readonly string[] Spoken = ["ru", "uz-Cyrl", "en"];

    private static readonly Guid[] Types = [EditingSite.Shelter.Id, StableId.Of("assistance-type", "talk")];

    /// <summary>A text as entries have them: nothing around it, and a word in it.</summary>
    public static Gen<string> Text { get; } = Gen.Elements(Pieces).ArrayOf(8).Select(pieces => string.Concat(pieces).Trim()).Where(text => VisibleText.HasWord(text) && text == text.ReplaceLineEndings("\n"));

    /// <summary>Its services and contacts are its own; its terms are the site's.</summary>
    public static Gen<Made> Any { get; } =
        from texts in Localised.ArrayOf(8)
        from names in Text.Where(name => name.Length <= SearchWords.WordMaxLength).ArrayOf(3)
        from counts in Gen.Choose(0, 3).ArrayOf(12)
        from contacts in Contact.ArrayOf(4)
        select new Made(texts, names, counts, contacts);

    private static Gen<(ContactKind Kind, string Value)> Contact =>
        from number in Gen.Choose(0, 999_999)
        from start in Gen.Elements("", "+", "-", "=", "a")
        from kind in Gen.Elements(Enum.GetValues<ContactKind>())
        select (kind, kind switch
        {
            ContactKind.Phone or ContactKind.Hotline => $"+7903{2_000_000 + number}",
            ContactKind.Email => $"{start}x{number}@example.org",
            _ => $"www.example.org/{number}?a=,;-+{start}",
        });

    private static Gen<LocalisedText> Localised =>
        from texts in Text.Two()
        from original in Gen.Choose(0, 1)
        from state in Gen.Elements(TranslationState.Reviewed, TranslationState.Unreviewed)
        from both in Gen.Choose(0, 1)
        select new LocalisedText(new[]
        {
            new Translation(Languages[original], texts.Item1, TranslationState.Original, null),
            new Translation(Languages[1 - original], texts.Item2, state, Translation.HashOf(both == 0 ? "another" : texts.Item1)),
        }.Take(1 + both));

    /// <summary>What one is made of.</summary>
    internal sealed record Made(LocalisedText[] Texts, string[] Names, int[] Counts, (ContactKind Kind, string Value)[] Contacts)
    {
        public Organisation Organisation(Place[] places, AssistanceType[] types, Audience[] audiences)
        {
            var id = Guid.NewGuid();
            var made = new Organisation
            {
                Id = id,
                CountryId = EditingSite.CountryId,
                SourceId = StableId.Of("source", "testland", "guide"),
                Slug = Slug.Parse($"any-{id}"),
                Name = Texts[0],
                OwnLanguage = LanguageTag.Parse("tg"),
                AlsoKnownAs = [.. Names.Take(Counts[0])],
                LanguagesSpoken = [.. Spoken.Take(Counts[1]).Select(LanguageTag.Parse)],
                PublicAddress = Counts[2] == 0 ? null : Texts[1],
                OpeningHours = Counts[3] == 0 ? null : Hours(),
                Version = Counts[4] == 0 ? Guid.Empty : Guid.NewGuid(),
            };
            made.Places.AddRange(places.Take(Counts[5]));
            made.Services.AddRange(Enumerable.Range(0, 1 + (Counts[6] % 2)).Select(position => Service(id, position, types, audiences)));
            made.Contacts.AddRange(Contacts.DistinctBy(contact => contact.Value).Select((contact, position) => new ContactPoint { Id = Guid.NewGuid(), OrganisationId = id, Position = position, Kind = contact.Kind, Value = contact.Value }));
            return made;
        }

        private Service Service(Guid organisation, int position, AssistanceType[] types, Audience[] audiences)
        {
            var service = new Service { Id = Guid.NewGuid(), OrganisationId = organisation, Position = position, Description = Texts[2 + position], Eligibility = Counts[7] == 0 ? null : Texts[4 + position] };
            service.AssistanceTypes.AddRange(types.Where(type => Types.Contains(type.Id)).Take(1 + (Counts[8] % 2)));
            service.Audiences.AddRange(audiences.Take(Counts[9]));
            return service;
        }

        private OpeningHours Hours() => new(
            "Europe/Moscow",
            Counts[10] == 0 || Counts[11] == 0,
            [.. new[] { (DayOfWeek.Friday, 22, 2), (DayOfWeek.Monday, 9, 13), (DayOfWeek.Monday, 14, 18) }.Take(Counts[11]).Select(line => new WeeklyOpening(line.Item1, Range(line.Item2, line.Item3)))],
            [.. Enumerable.Range(0, Counts[10]).Select(day => new OpeningException(new DateOnly(2026, 12, 28).AddDays(day), new DateOnly(2027, 1, 3), day == 0 ? [] : [Range(0, 0)], day == 1 ? null : Texts[6 + (day % 2)]))]);

        private static OpeningRange Range(int from, int to) => new(new TimeOnly(from, 0), new TimeOnly(to, 0));
    }
}
