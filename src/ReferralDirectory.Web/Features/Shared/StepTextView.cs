using Microsoft.AspNetCore.Html;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>A step's text, ready to be written into a page.</summary>
public sealed record StepTextView(
    int Number,
    string Title,
    string Summary,
    IHtmlContent ForYou,
    IHtmlContent ForWorkers,
    IHtmlContent NotHere,
    string? Lang)
{
    public static StepTextView From(StepKey key, StepText text, Reader reader) => new(
        (int)key,
        text.Title,
        text.Summary,
        Markdown.ToHtml(text.ForYou),
        Markdown.ToHtml(text.ForWorkers),
        Markdown.ToHtml(text.NotHere),
        StepBar.LangOf(text, reader));
}
