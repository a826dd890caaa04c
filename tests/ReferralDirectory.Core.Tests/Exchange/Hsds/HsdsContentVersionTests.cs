using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds;
using ReferralDirectory.Core.Exchange.Hsds.Files;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Core.Tests.Exchange.Hsds;

public sealed class HsdsContentVersionTests
{
    private static readonly DateTime Winter = new(2026, 1, 15, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void TheSameContent_HasTheSameVersion() => Assert.Equal(VersionOf(SampleContent.Real()), VersionOf(SampleContent.Real()));

    [Fact]
    public void AnyChangeThatAReaderCouldSee_InWhateverLanguage_MakesAnotherVersion()
    {
        var directory = SampleContent.Real();
        var country = directory.Countries[0];
        var provider = country.Providers.First(candidate => candidate.Contacts.Any(contact => contact.Phone is not null));
        var phone = provider.Contacts.First(contact => contact.Phone is not null);
        var name = provider.Name.Translations[^1];
        Provider[] changed =
        [
            provider with { Contacts = provider.Contacts.Replace(phone, phone with { Value = phone.Value[..^1] + (phone.Value[^1] == '1' ? '2' : '1') }) },
            provider with { Contacts = provider.Contacts.Add(new PublishedContact(Guid.Empty, ContactKind.Email, "письмо@example.org", null, null)) },
            provider with { Contacts = provider.Contacts.Add(new PublishedContact(Guid.Empty, ContactKind.Email, "почта@example.org", null, null)) },
            provider with { Contacts = provider.Contacts.Replace(phone, phone with { Kind = phone.Kind == ContactKind.Hotline ? ContactKind.Phone : ContactKind.Hotline }) },
            provider with { Contacts = [.. provider.Contacts.Select(contact => contact with { Confirmed = new PublishedConfirmation(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), ConfirmationMethod.Called, IsStale: false) })] },
            provider with { Name = new LocalisedText(provider.Name.Translations.Replace(name, name with { Text = name.Text + "!" })) },
            provider with { Services = [provider.Services[0] with { Types = [.. directory.AssistanceTypes.Except(provider.Services[0].Types).Take(1)] }, .. provider.Services.Skip(1)] },
            provider with { ChangedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) },
            provider with { LanguagesSpoken = [LanguageTag.Parse("uz")] },
            provider with { PublicAddress = new LocalisedText([new Translation(LanguageTag.Parse("en"), "1 Main Street", TranslationState.Original, null)]) },
        ];

        var versions = changed.Select(now => VersionOf(With(directory, country, provider, now))).Append(VersionOf(directory)).Append(VersionOf(With(directory, country, provider, null))).ToList();

        Assert.Equal(versions.Distinct(), versions);
    }

    /// <summary>The hours that are told have the offset of today.</summary>
    [Theory]
    [InlineData("Europe/Berlin", false)]
    [InlineData("Asia/Irkutsk", true)]
    public void WhereClocksChange_SummerIsAnotherVersionThanWinter(string zone, bool isSame)
    {
        var real = SampleContent.Real();
        var provider = real.Countries[0].Providers[0];
        var directory = With(real, real.Countries[0], provider, provider with { OpeningHours = new OpeningHours(zone, true, [], []) });

        Assert.Equal(VersionOf(directory), VersionOf(directory, Winter.AddDays(1)));
        Assert.Equal(isSame, VersionOf(directory) == VersionOf(directory, Winter.AddMonths(6)));
    }

    private static string VersionOf(PublishedDirectory directory, DateTime? now = null) => HsdsContentVersion.Of(HsdsDirectory.Of(directory), now ?? Winter);

    private static PublishedDirectory With(PublishedDirectory directory, PublishedCountry country, Provider before, Provider? now) => directory with
    {
        Countries =
        [
            new PublishedCountry([.. country.Providers.Select(provider => provider == before ? now : provider).OfType<Provider>()])
            {
                Id = country.Id,
                Slug = country.Slug,
                Code = country.Code,
                Name = country.Name,
                EmergencyNumbers = country.EmergencyNumbers,
                Sources = country.Sources,
                Places = country.Places,
                Steps = country.Steps,
            },
        ],
    };
}
