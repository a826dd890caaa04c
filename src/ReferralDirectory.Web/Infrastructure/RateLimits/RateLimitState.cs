using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace ReferralDirectory.Web.Infrastructure.RateLimits;

/// <summary>What a <see cref="RateLimit"/> said of one request.</summary>
/// <param name="Name">The limit.</param>
/// <param name="Most">Requests in a stretch.</param>
/// <param name="Stretch">How long that is.</param>
/// <param name="Left">Requests left in it.</param>
/// <param name="EndsIn">When the next one begins.</param>
/// <param name="IsOver">This request was one too many.</param>
public readonly record struct RateLimitState(string Name, int Most, TimeSpan Stretch, int Left, TimeSpan EndsIn, bool IsOver)
{
    private string SecondsLeft => Math.Max(1, (long)Math.Ceiling(EndsIn.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Tells the client (draft-ietf-httpapi-ratelimit-headers), however the answer ends.</summary>
    public void Tell(HttpResponse response)
    {
        var state = this;
        response.OnStarting(() =>
        {
            response.Headers.Append("RateLimit-Policy", string.Create(CultureInfo.InvariantCulture, $"\"{state.Name}\";q={state.Most};w={(long)state.Stretch.TotalSeconds}"));
            response.Headers.Append("RateLimit", string.Create(CultureInfo.InvariantCulture, $"\"{state.Name}\";r={state.Left};t={state.SecondsLeft}"));
            if (state.IsOver)
            {
                response.Headers[HeaderNames.RetryAfter] = state.SecondsLeft;
            }

            return Task.CompletedTask;
        });
    }
}
