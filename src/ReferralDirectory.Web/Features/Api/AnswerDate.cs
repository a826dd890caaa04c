using ReferralDirectory.Core.Exchange.Hsds;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>When what an answer tells of changed last: for clients that keep no entity tag.</summary>
internal static class AnswerDate
{
    /// <summary>Says it, and that the answer need not be sent where the client has one of that time or later. An entity tag that the client names comes first (RFC 9110, 13.2.2).</summary>
    /// <param name="http">Of the answer.</param>
    /// <param name="reader">What it tells.</param>
    /// <returns>True where the client has it; the status says so.</returns>
    public static bool IsKnown(HttpContext http, HsdsReader reader)
    {
        if (reader.LastChange is not { } changed)
        {
            return false;
        }

        var request = http.Request.GetTypedHeaders();
        http.Response.GetTypedHeaders().LastModified = changed;
        // Its own time is what it was told. Any other is by its own clock: then what was seen only after it asked may bear an earlier time.
        if (http.Request.Headers.IfNoneMatch.Count > 0 || request.IfModifiedSince is not { } since || (since != changed && since < changed + HsdsQuery.Overlap) || !reader.HasOffsetsOf(since))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
