using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Exchange.Hsds;
using ReferralDirectory.Core.Search;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>What any list may be asked for.</summary>
public class ListParameters
{
    /// <summary>Records on a page, where the request does not say.</summary>
    public const int UsualPerPage = 50;

    /// <summary>Records on a page at most.</summary>
    public const int MaxPerPage = 200;

    /// <summary>All records on one page: for lists of identifiers.</summary>
    public const int All = int.MaxValue;

    /// <summary>The value of <see cref="Format"/> for pages.</summary>
    public const string Json = "json";

    /// <summary>The value of <see cref="Format"/> for the whole list, a record a line.</summary>
    public const string Lines = "ndjson";

    [ModelBinder(Name = "search")]
    [Description("Words in any language, found as the site itself finds them: inflected, misspelt, transliterated. Best matches come first, in one country after the other.")]
    public string? Search { get; init; }

    [ModelBinder(Name = "page")]
    [Description("The page, from 1.")]
    public int? Page { get; init; }

    [ModelBinder(Name = "per_page")]
    [Description("Records on a page, from 1 to 200; 50 unless given.")]
    public int? PerPage { get; init; }

    [ModelBinder(Name = "format")]
    [Description("'json' for a page; 'ndjson' streams the whole list, one record a line.")]
    public string? Format { get; init; }

    [ModelBinder(Name = "lang")]
    [Description("The language of texts, such as 'en' or 'ru'. It comes before Accept-Language.")]
    public string? Lang { get; init; }

    /// <summary>The words that count.</summary>
    internal string Words => Search?.Trim() ?? "";

    /// <summary>True where the list is asked for as lines.</summary>
    internal bool IsLines => Format == Lines;

    /// <summary>True where the whole list is asked for, however long it is: that counts as an export.</summary>
    internal virtual bool IsWhole => IsLines;

    /// <summary>What the list is narrowed to.</summary>
    internal virtual HsdsQuery Query => new() { Words = Words };

    /// <summary>The first parameter that has no value it could have; null where all are right.</summary>
    internal virtual string? Wrong =>
        Words.Length > ProviderQuery.WordsMaxLength ? "search"
        : Page < 1 ? "page"
        : PerPage is < 1 or > MaxPerPage ? "per_page"
        : Format is not (null or "" or Json or Lines) ? "format"
        : null;

    /// <summary>Two parameters that mean nothing together: one of them, and why. Null where all can be meant.</summary>
    internal virtual (string Parameter, string Reason)? Contradiction => !IsLines ? null : Page is not null ? ("page", "Pages") : PerPage is not null ? ("per_page", "Pages") : null;

    /// <summary>Parameters of the standard that this site cannot answer.</summary>
    internal virtual IReadOnlyList<string> Unanswerable => [];

    /// <summary>The page that is asked for.</summary>
    internal virtual HsdsPage Part => new(Page ?? 1, PerPage ?? UsualPerPage);
}
