using Microsoft.Net.Http.Headers;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>The entity tag of an answer that is compressed as it goes: weak, since its bytes differ with the coding.</summary>
internal static class AnswerTag
{
    /// <summary>Says it, and that the answer need not be sent where the client names it.</summary>
    /// <param name="http">Of the answer.</param>
    /// <param name="content">The same for the same content.</param>
    /// <returns>True where the client has it; the status says so.</returns>
    public static bool IsKnown(HttpContext http, string content)
    {
        var tag = new EntityTagHeaderValue($"\"{content}\"", isWeak: true);
        http.Response.Headers.ETag = tag.ToString();
        if (!EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch, out var known) || !known.Any(candidate => candidate.Tag == tag.Tag || candidate == EntityTagHeaderValue.Any))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
