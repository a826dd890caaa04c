namespace ReferralDirectory.Web.Features.Shared;

/// <summary>Where a page of a long list stands, and its neighbours.</summary>
/// <param name="Current">From 1.</param>
/// <param name="Count">At least 1: an empty list has one page that says so.</param>
/// <param name="Previous">Address of the page before, if any.</param>
/// <param name="Next">Address of the page after, if any.</param>
public sealed record Pagination(int Current, int Count, string? Previous, string? Next)
{
    /// <returns>Null where the list has no page of that number.</returns>
    public static Pagination? For(int total, int size, int current, Func<int, string> addressOf)
    {
        var count = CountOf(total, size);
        return current > count
            ? null
            : new Pagination(current, count, current > 1 ? addressOf(current - 1) : null, current < count ? addressOf(current + 1) : null);
    }

    /// <summary>The page of that number, or the nearest there is: of a list that gets shorter while somebody goes through it.</summary>
    public static int Nearest(int total, int size, int wanted) => Math.Clamp(wanted, 1, CountOf(total, size));

    private static int CountOf(int total, int size) => Math.Max(1, (total + size - 1) / size);
}
