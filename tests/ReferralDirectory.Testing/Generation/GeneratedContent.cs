using System.Globalization;
using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Testing.Generation;

/// <summary>
/// A country with any number of made-up organisations: the same ones for the same seed, and the first thousand of a
/// hundred thousand are the thousand of a thousand. Names, texts and places are in Russian and English.
/// </summary>
public sealed class GeneratedContent
{
    /// <summary>How many organisations have names that differ; more than this are not made.</summary>
    public const int MostOrganisations = 100_000;

    /// <summary>The latest day on which something was confirmed.</summary>
    public static readonly DateTime Today = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly LanguageTag English = LanguageTag.Parse("en");
    private static readonly LanguageTag Russian = LanguageTag.Parse("ru");

    private readonly ContentSet real;
    private readonly Country country;
    private readonly ulong seed;

    private GeneratedContent(ContentSet real, ulong seed)
    {
        this.real = real;
        this.seed = seed;
        country = NewCountry(real.Countries[0]);
    }

    /// <summary>Content with the languages, types, audiences and steps of <paramref name="real"/>, ready to fill a database with.</summary>
    /// <param name="real">The site's own content.</param>
    /// <param name="organisations">At most <see cref="MostOrganisations"/>.</param>
    /// <param name="seed">Another seed makes other organisations.</param>
    public static ContentSet Make(ContentSet real, int organisations, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(organisations, MostOrganisations);
        var generated = new GeneratedContent(real, seed);
        for (var number = 0; number < organisations; number++)
        {
            generated.AddOrganisation(number);
        }

        return real with { Countries = [generated.country] };
    }

    private static Country NewCountry(Country real)
    {
        var country = new Country { Id = StableId.Of("generated"), Slug = real.Slug, Code = real.Code, Name = real.Name };
        country.EmergencyNumbers.AddRange(real.EmergencyNumbers);
        country.Sources.AddRange(real.Sources);
        country.Steps.AddRange(real.Steps);
        country.Places.AddRange(Towns.All.Select((town, position) => new Place
        {
            Id = StableId.Of("generated", "place", town.English),
            CountryId = country.Id,
            Position = position,
            Slug = Slug.Parse(town.English.ToLowerInvariant()),
            Name = Text(town),
            SearchWords = [],
        }));
        return country;
    }

    private void AddOrganisation(int number)
    {
        var random = new SeededRandom(((ulong)number << 20) ^ (seed * 0x2545F4914F6CDD1D));
        var place = random.Of(country.Places);
        var kind = random.Of(Phrases.Kinds);
        var made = MadeUpWords.At(number);
        var organisation = new Organisation
        {
            Id = StableId.Of("generated", "organisation", Number(number)),
            CountryId = country.Id,
            SourceId = country.Sources[0].Id,
            Slug = Slug.Parse($"{made.English}-{Number(number)}"),
            Name = Text(NameOf(random, kind, made, place)),
            OwnLanguage = Russian,
            AlsoKnownAs = random.OneIn(3) ? [Title(made.Russian)] : [],
        };
        if (!random.OneIn(10))
        {
            organisation.Places.Add(place);
        }

        for (var service = 0; service <= random.Below(2); service++)
        {
            organisation.Services.Add(NewService(random, organisation, service));
        }

        AddContacts(random, organisation, number);
        country.Organisations.Add(organisation);
    }

    private static Bilingual NameOf(SeededRandom random, Bilingual kind, Bilingual made, Place place)
    {
        var name = random.OneIn(3) ? random.Of(Phrases.Names) : new Bilingual("", "");
        var town = random.OneIn(4) ? new Bilingual(place.Name.In(English).Text, place.Name.In(Russian).Text) : new Bilingual("", "");
        return new Bilingual(
            string.Join(' ', new[] { kind.English, $"“{$"{name.English} {Title(made.English)}".Trim()}”", town.English }).Trim(),
            string.Join(' ', new[] { kind.Russian, $"«{$"{name.Russian} {Title(made.Russian)}".Trim()}»", town.Russian }).Trim());
    }

    private Service NewService(SeededRandom random, Organisation organisation, int position)
    {
        var service = new Service
        {
            Id = StableId.Of("generated", "service", organisation.Slug.Value, Number(position)),
            OrganisationId = organisation.Id,
            Position = position,
            Description = Text(DescriptionOf(random)),
        };
        service.AssistanceTypes.AddRange(Enumerable.Range(0, 1 + random.Below(3)).Select(_ => real.AssistanceTypes[random.RareBelow(real.AssistanceTypes.Length)]).Distinct());
        service.Audiences.AddRange(Enumerable.Range(0, random.Below(3)).Select(_ => random.Of(real.Audiences)).Distinct());
        return service;
    }

    private static Bilingual DescriptionOf(SeededRandom random)
    {
        var sentences = Enumerable.Range(0, 1 + random.Below(3)).Select(_ => random.Of(Phrases.Sentences)).Distinct().ToList();
        var words = Enumerable.Range(0, 4 + random.Below(12)).Select(_ => MadeUpWords.At(random.RareBelow(20_000) + 70_000)).ToList();
        return new Bilingual(
            $"{string.Join(". ", sentences.Select(sentence => sentence.English))}. {string.Join(' ', words.Select(word => word.English))}.",
            $"{string.Join(". ", sentences.Select(sentence => sentence.Russian))}. {string.Join(' ', words.Select(word => word.Russian))}.");
    }

    private static void AddContacts(SeededRandom random, Organisation organisation, int number)
    {
        var prefixes = new[] { "+7903", "+7916", "+7921", "+7927", "+7961", "+7985" };
        Add(ContactKind.Phone, $"{random.Of(prefixes)}{2_000_000 + (number * 31L % 7_000_000)}");
        if (random.OneIn(4))
        {
            Add(random.OneIn(2) ? ContactKind.Hotline : ContactKind.Phone, string.Create(CultureInfo.InvariantCulture, $"+7800{2_000_000 + (number * 17L % 7_000_000)}"));
        }

        Add(ContactKind.Email, $"{organisation.Slug}@example.org");
        var confirmed = random.OneIn(2) ? Today.AddDays(-random.Below(720)) : (DateTime?)null;
        foreach (var contact in organisation.Contacts.Where(_ => confirmed is not null))
        {
            contact.Confirmations.Add(new Confirmation
            {
                Id = StableId.Of("generated", "confirmation", contact.Id.ToString()),
                ContactPointId = contact.Id,
                At = confirmed!.Value,
                How = ConfirmationMethod.Called,
                By = "generated",
            });
        }

        void Add(ContactKind kind, string value) => organisation.Contacts.Add(new ContactPoint
        {
            Id = StableId.Of("generated", "contact", organisation.Slug.Value, value),
            OrganisationId = organisation.Id,
            Position = organisation.Contacts.Count,
            Kind = kind,
            Value = value,
        });
    }

    private static LocalisedText Text(Bilingual text) => new(
    [
        new Translation(English, text.English, TranslationState.Original, null),
        new Translation(Russian, text.Russian, TranslationState.Reviewed, Translation.HashOf(text.English)),
    ]);

    private static string Title(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
