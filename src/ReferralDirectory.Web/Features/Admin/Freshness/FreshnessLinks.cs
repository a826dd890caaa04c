using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Features.Admin.Freshness;

/// <summary>Addresses of the queue of what is to be confirmed.</summary>
public static class FreshnessLinks
{
    public const string Queue = "/admin/freshness";

    public const string Confirm = $"{Queue}/confirm";

    public const string Undo = $"{Queue}/undo";

    /// <param name="filter">Which part of it.</param>
    /// <param name="page">From 1.</param>
    /// <param name="how">What is ticked for how something was checked; null for nothing.</param>
    /// <param name="done">The moment of what was just confirmed, and how many were not; null where nothing was.</param>
    public static string Of(FreshnessFilter filter, int page = 1, ConfirmationMethod? how = null, (DateTime At, int Gone)? done = null)
    {
        var query = new QueryBuilder();
        if (filter != FreshnessFilter.All)
        {
            query.Add("show", filter.ToString());
        }

        if (page > 1)
        {
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        if (how is { } method)
        {
            query.Add("how", method.ToString());
        }

        if (done is var (at, gone))
        {
            query.Add("done", at.Ticks.ToString(CultureInfo.InvariantCulture));
            query.Add("gone", gone.ToString(CultureInfo.InvariantCulture));
        }

        return Queue + query.ToQueryString().Value;
    }
}
