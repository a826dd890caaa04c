using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Search;

/// <summary>What a reader asks the list of providers for; each part narrows it further.</summary>
/// <param name="Words">Words in any language; empty asks for nothing.</param>
/// <param name="Need">An assistance type.</param>
/// <param name="Place">A place of the country.</param>
/// <param name="PlaceNotStated">Only providers whose place is not stated.</param>
/// <param name="Audience">Whom a service is for.</param>
/// <param name="FreeOnly">Only providers with a number that is free to call.</param>
public sealed record ProviderQuery(
    string Words = "",
    PublishedTerm? Need = null,
    PublishedTerm? Place = null,
    bool PlaceNotStated = false,
    PublishedTerm? Audience = null,
    bool FreeOnly = false)
{
    /// <summary>Characters of <see cref="Words"/> that are looked at.</summary>
    public const int WordsMaxLength = 200;
}
