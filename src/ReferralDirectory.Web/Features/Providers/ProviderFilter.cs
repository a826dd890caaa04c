using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>What the address asks the list for.</summary>
/// <param name="Query">What to find.</param>
/// <param name="WordsWereCut">The words were longer than <see cref="ProviderQuery.WordsMaxLength"/>.</param>
/// <param name="Page">From 1.</param>
public sealed record ProviderFilter(ProviderQuery Query, bool WordsWereCut, int Page)
{
    /// <summary>Cards before the page; a page number that no list reaches skips all that a number can say.</summary>
    public int Skip => (int)Math.Min((Page - 1L) * ListAnswer.PageSize, int.MaxValue);

    /// <returns>Null where a value does not exist: an old or mistyped address. An empty value asks for nothing.</returns>
    public static ProviderFilter? Parse(Func<string, StringValues> parameters, Reader reader)
    {
        var words = Value(ProviderParameters.Words);
        var place = Value(ProviderParameters.Place);
        var isValid = TryFind(reader.Directory.AssistanceTypes, Value(ProviderParameters.Need), out var need)
            & TryFind(reader.Directory.Audiences, Value(ProviderParameters.Audience), out var audience)
            & TryFind(reader.Country.Places, place == Place.NotStated.Value ? "" : place, out var foundPlace)
            & TryReadPage(Value(ProviderParameters.Page), out var page)
            & (Value(ProviderParameters.Free) is "" or ProviderParameters.Yes);
        var query = new ProviderQuery(
            Cut(words),
            need,
            foundPlace,
            PlaceNotStated: place == Place.NotStated.Value,
            audience,
            FreeOnly: Value(ProviderParameters.Free) == ProviderParameters.Yes);
        return isValid ? new ProviderFilter(query, words.Length > ProviderQuery.WordsMaxLength, page) : null;

        string Value(string name) => parameters(name).FirstOrDefault()?.Trim() ?? "";
    }

    // Half a character at the cut would come back as a question mark.
    private static string Cut(string words) => words.Length <= ProviderQuery.WordsMaxLength
        ? words
        : words[..(char.IsHighSurrogate(words[ProviderQuery.WordsMaxLength - 1]) ? ProviderQuery.WordsMaxLength - 1 : ProviderQuery.WordsMaxLength)];

    private static bool TryFind(ImmutableArray<PublishedTerm> terms, string slug, out PublishedTerm? term)
    {
        term = slug.Length == 0 ? null : terms.FirstOrDefault(candidate => candidate.Slug.Value == slug);
        return slug.Length == 0 || term is not null;
    }

    private static bool TryReadPage(string text, out int page)
    {
        page = 1;
        return text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page >= 1);
    }
}
