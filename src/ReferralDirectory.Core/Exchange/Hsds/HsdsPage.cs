using ReferralDirectory.Core.Exchange.Hsds.Records;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>Which part of a list a page is.</summary>
/// <param name="Number">From 1.</param>
/// <param name="PerPage">Items on a page at most, from 1.</param>
public sealed record HsdsPage(int Number, int PerPage)
{
    /// <summary>The page of a list.</summary>
    /// <param name="items">The whole list.</param>
    /// <param name="map">Makes a record of an item, when it is written.</param>
    public HsdsList<TRecord> Of<TItem, TRecord>(IReadOnlyList<TItem> items, Func<TItem, TRecord> map)
    {
        var pages = (int)((items.Count + (long)PerPage - 1) / PerPage);
        var skip = (int)Math.Min((Number - 1L) * PerPage, items.Count);
        var size = Math.Min(PerPage, items.Count - skip);
        return new HsdsList<TRecord>
        {
            TotalItems = items.Count,
            TotalPages = pages,
            PageNumber = Number,
            Size = size,
            FirstPage = Number == 1,
            LastPage = Number >= pages,
            Empty = size == 0,
            Contents = Enumerable.Range(skip, size).Select(item => map(items[item])),
        };
    }
}
