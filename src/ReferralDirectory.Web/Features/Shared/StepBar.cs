using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>All six steps, always.</summary>
public sealed record StepBar(IReadOnlyList<StepBar.Item> Items)
{
    /// <summary>The step before the current one, if any.</summary>
    public Item? Previous => Items.Zip(Items.Skip(1)).FirstOrDefault(pair => pair.Second.IsCurrent).First;

    /// <summary>The step after the current one, if any.</summary>
    public Item? Next => Items.Zip(Items.Skip(1)).FirstOrDefault(pair => pair.First.IsCurrent).Second;

    public static StepBar For(Reader reader, StepKey? current) => new(
    [
        .. reader.Country.Steps.Select(step =>
        {
            var text = step.In(reader.Language.Tag);
            return new Item((int)step.Key, text.Title, text.Summary, LangOf(text, reader), reader.Links.Step(step.Key), step.Key == current);
        }),
    ]);

    /// <summary>For <c>lang</c>, where a step's text is not in the page's language.</summary>
    public static string? LangOf(StepText text, Reader reader) => text.Language == reader.Language.Tag ? null : text.Language.Value;

    public sealed record Item(int Number, string Title, string Summary, string? Lang, string Href, bool IsCurrent);
}
