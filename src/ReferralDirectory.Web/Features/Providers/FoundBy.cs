using System.Collections.Immutable;
using System.Text.Encodings.Web;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.PageCache;
using ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>The line that says why a provider was found.</summary>
public sealed class FoundBy
{
    private readonly HtmlEncoder encoder;
    private readonly PageText start;
    private readonly PageText between;
    private readonly PageText end;
    private readonly PageText name;
    private readonly PageText text;
    private readonly Dictionary<PublishedTerm, PageText> terms;

    /// <param name="reader">Whose page it is.</param>
    /// <param name="texts">Of the page's language.</param>
    /// <param name="encoder">Of the site.</param>
    /// <param name="pageTexts">Gets the texts of the line.</param>
    public FoundBy(Reader reader, Texts texts, HtmlEncoder encoder, PageTexts pageTexts)
    {
        this.encoder = encoder;
        start = pageTexts.AddOften(TermList.StartOf(texts["Providers.FoundBy"], encoder));
        between = pageTexts.AddOften(TermList.Between);
        end = pageTexts.AddOften(TermList.End);
        name = pageTexts.AddOften(encoder.Encode(texts["Providers.ByName"]));
        text = pageTexts.AddOften(encoder.Encode(texts["Providers.ByText"]));
        terms = reader.Terms.ToDictionary(term => term, term => pageTexts.AddOften(TermList.HtmlOf(reader.Show(term.Name), encoder)));
    }

    /// <summary>Writes the line; nothing where there are no reasons.</summary>
    public void Write(FreshPage page, ImmutableArray<MatchReason> reasons)
    {
        for (var i = 0; i < reasons.Length; i++)
        {
            if (Contains(reasons.AsSpan(0, i), reasons[i]))
            {
                continue;
            }

            if (i == 0)
            {
                page.Add(start);
            }
            else
            {
                page.Add(between);
            }

            Write(page, reasons[i]);
        }

        if (!reasons.IsEmpty)
        {
            page.Add(end);
        }
    }

    // Two words that were met in the same place are one reason.
    private static bool Contains(ReadOnlySpan<MatchReason> reasons, MatchReason reason)
    {
        foreach (var other in reasons)
        {
            if (other.Field == reason.Field && other.Term == reason.Term && other.Phone?.National == reason.Phone?.National)
            {
                return true;
            }
        }

        return false;
    }

    private void Write(FreshPage page, MatchReason reason)
    {
        switch (reason.Field)
        {
            case MatchedField.Name:
                page.Add(name);
                break;
            case MatchedField.Phone:
                encoder.Encode(page.New, reason.Phone!.National);
                break;
            case MatchedField.Place or MatchedField.Type or MatchedField.Audience:
                page.Add(terms[reason.Term!]);
                break;
            case MatchedField.Text:
                page.Add(text);
                break;
        }
    }
}
