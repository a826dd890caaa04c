using System.Net;
using AngleSharp.Html.Dom;

namespace ReferralDirectory.Testing;

/// <summary>What the site answered a <see cref="Visitor"/>.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Location">Where it leads, if it leads on.</param>
/// <param name="Page">Its page.</param>
/// <param name="Text">Its body.</param>
/// <param name="Headers">Every header.</param>
public sealed record Answer(HttpStatusCode Status, string? Location, IHtmlDocument Page, string Text, ILookup<string, string> Headers);
