namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary>A page of a list, in the standard's envelope.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed record HsdsList<T>
{
    /// <summary>Records on all pages.</summary>
    public required int TotalItems { get; init; }

    /// <summary>0 where there is nothing.</summary>
    public required int TotalPages { get; init; }

    /// <summary>From 1.</summary>
    public required int PageNumber { get; init; }

    /// <summary>Records on the page.</summary>
    public required int Size { get; init; }

    /// <summary>True for page 1.</summary>
    public required bool FirstPage { get; init; }

    /// <summary>True where no page follows.</summary>
    public required bool LastPage { get; init; }

    /// <summary>True where the page has no record.</summary>
    public required bool Empty { get; init; }

    /// <summary>The records.</summary>
    public required IEnumerable<T> Contents { get; init; }
}
