namespace ReferralDirectory.Web.Infrastructure;

/// <summary>A part of the site that is not there before somebody asks for it: see <see cref="LateAreas"/>.</summary>
/// <param name="Root">The start of its addresses.</param>
/// <param name="Namespace">Its controllers are there or below.</param>
public sealed record LateArea(PathString Root, string Namespace);
