using Microsoft.AspNetCore.Html;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>What the reader had sent and somebody rejected, with the way on.</summary>
/// <param name="Id">The revision.</param>
/// <param name="Reason">Why, in the reviewer's words.</param>
/// <param name="Decided">Who rejected it, and when.</param>
public sealed record RejectedView(Guid Id, string Reason, IHtmlContent Decided);
