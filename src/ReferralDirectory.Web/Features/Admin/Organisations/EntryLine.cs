using Microsoft.AspNetCore.Html;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>An entry in the list.</summary>
/// <param name="Name">In the reader's language, as far as it has one.</param>
/// <param name="Href">Where it is kept.</param>
/// <param name="Public">What the public sees of it.</param>
/// <param name="Open">What is being written about it.</param>
/// <param name="IsTakenDown">The public does not see it any more.</param>
public sealed record EntryLine(ShownText Name, string Href, IHtmlContent Public, IReadOnlyList<IHtmlContent> Open, bool IsTakenDown);
