using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReferralDirectory.Web.Infrastructure.PageCache;
using ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>
/// The list's page in one language as bytes, cut at its slots. A page of results for words is made anew for each request, and
/// rendering the whole view each time would cost more than ten times the search.
/// </summary>
public sealed partial class ListTemplate
{
    // Nobody who writes a text of the directory can know it, so no text can pass for a slot.
    private static readonly string Secret = Guid.NewGuid().ToString("N");

    private static readonly ImmutableArray<ListSlot> Slots = [.. Enum.GetValues<ListSlot>()];

    private readonly KeptPiece head;
    private readonly ImmutableArray<(ListSlot Before, PageText Text)> rest;

    private ListTemplate(string html, string nothing, PageTexts texts, Func<ChoiceList> choices, Func<FoundHeading> heading, Func<FoundBy> foundBy, IReadOnlyCollection<SampleCard> cards)
    {
        Texts = texts;
        var parts = Indentation().Replace(html, "\n").Split(Secret);
        head = new KeptPiece(Encoding.UTF8.GetBytes(parts[0]));
        var cut = parts.Skip(1).Select(part => (Slot: SlotOf(part[0]), Html: part[1..])).ToList();
        // What follows the result cannot be repeated in it.
        var repeated = cut.TakeWhile(part => part.Slot != ListSlot.Found).Select(part => (part.Slot, texts.AddEverywhere(part.Html))).ToList();
        Choices = choices();
        Heading = heading();
        FoundBy = foundBy();
        Nothing = texts.AddLast(nothing);
        rest = [.. repeated, .. cut.Skip(repeated.Count).Select(part => (part.Slot, texts.AddLast(part.Html)))];
        List<FreshPage> samples = [.. cards.Chunk(ListAnswer.PageSize).Select(SampleOf)];
        texts.Complete(samples);
        samples.ForEach(sample => sample.Dispose());
    }

    /// <summary>What the page is made of.</summary>
    public PageTexts Texts { get; }

    /// <summary>What is shown where nothing was found.</summary>
    public PageText Nothing { get; }

    /// <summary>What stands above the cards.</summary>
    public FoundHeading Heading { get; }

    /// <summary>Why a provider was found.</summary>
    public FoundBy FoundBy { get; }

    /// <summary>The filters.</summary>
    public ChoiceList Choices { get; }

    /// <summary>What a view writes where a slot is.</summary>
    public static string MarkOf(ListSlot slot) => Secret + (char)('a' + (int)slot);

    /// <summary>Cuts a rendered page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="nothing">See <see cref="Nothing"/>.</param>
    /// <param name="texts">Texts that stand in its slots; gets those between them.</param>
    /// <param name="choices">Adds the filters' texts to the others, in their turn.</param>
    /// <param name="heading">Adds the texts above the cards, likewise.</param>
    /// <param name="foundBy">Adds the texts of reasons, likewise.</param>
    /// <param name="cards">What stands on such pages: they are written shortest.</param>
    /// <exception cref="InvalidOperationException">A slot is missing.</exception>
    public static ListTemplate Cut(string html, string nothing, PageTexts texts, Func<ChoiceList> choices, Func<FoundHeading> heading, Func<FoundBy> foundBy, IReadOnlyCollection<SampleCard> cards)
    {
        foreach (var slot in Slots)
        {
            if (!html.Contains(MarkOf(slot), StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The list's page has no slot {slot}.");
            }
        }

        return new ListTemplate(html, nothing, texts, choices, heading, foundBy, cards);
    }

    /// <summary>A page to be written.</summary>
    /// <param name="isWhole">False for the part that changes.</param>
    public FreshPage NewPage(bool isWhole) => new(isWhole ? head : KeptPiece.Empty, Texts);

    /// <summary>Writes the whole page.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="fill">Writes what belongs into a slot.</param>
    public void Write(FreshPage page, Action<ListSlot> fill)
    {
        foreach (var (slot, text) in rest)
        {
            fill(slot);
            page.Add(text);
        }
    }

    private FreshPage SampleOf(SampleCard[] cards)
    {
        var page = NewPage(isWhole: true);
        Write(page, slot =>
        {
            if (slot == ListSlot.Choices)
            {
                Choices.WriteSample(page);
            }
            else if (slot == ListSlot.Found)
            {
                Heading.Write(page, cards.Length);
                foreach (var card in cards)
                {
                    page.Add(Texts.Sketch(card.Before));
                    FoundBy.Write(page, card.Reasons);
                    page.Add(Texts.Sketch(card.After));
                }
            }
        });
        return page;
    }

    private static ListSlot SlotOf(char mark) => (ListSlot)(mark - 'a');

    // The view's own indentation; no text of the directory has a line end followed by spaces, nor a page preformatted text.
    [GeneratedRegex(@"\n\s+")]
    private static partial Regex Indentation();
}
