using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>What of an entry is told in a language.</summary>
internal static class HsdsTexts
{
    /// <summary>What is written about a service, by people for readers; as on its page.</summary>
    public static IEnumerable<LocalisedText> Of(Provider provider, PublishedService service)
    {
        LocalisedText?[] texts = [service.Description, service.Eligibility, .. provider.OpeningHours?.Exceptions.Select(exception => exception.Note) ?? []];
        return texts.OfType<LocalisedText>();
    }

    public static IEnumerable<LocalisedText> Of(HsdsEntry entry)
    {
        var provider = entry.Provider;
        yield return provider.Name;
        foreach (var service in provider.Services)
        {
            yield return service.Description;
            foreach (var type in service.Types)
            {
                yield return type.Name;
            }
        }

        LocalisedText?[] others = [provider.PublicAddress, .. provider.Services.Select(service => service.Eligibility), .. provider.OpeningHours?.Exceptions.Select(exception => exception.Note) ?? []];
        foreach (var text in others.OfType<LocalisedText>().Concat(provider.Places.Select(place => place.Name)))
        {
            yield return text;
        }
    }
}
