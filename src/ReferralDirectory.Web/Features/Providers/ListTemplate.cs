using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReferralDirectory.Web.Infrastructure.PageCache;

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

    private readonly (ListSlot Before, KeptPiece Piece)[] pieces;

    private ListTemplate(string html, ListParts parts)
    {
        var texts = Indentation().Replace(html, "\n").Split(Secret);
        Head = PieceOf(texts[0]);
        pieces = [.. texts.Skip(1).Select(text => (SlotOf(text[0]), PieceOf(text[1..])))];
        Parts = parts;
    }

    /// <summary>The page up to its first slot: most of it styles and script.</summary>
    private KeptPiece Head { get; }

    /// <summary>What stands in slots and is the same for every answer.</summary>
    public ListParts Parts { get; }

    /// <summary>What a view writes where a slot is.</summary>
    public static string MarkOf(ListSlot slot) => Secret + (char)('a' + (int)slot);

    /// <summary>Cuts a rendered page.</summary>
    /// <exception cref="InvalidOperationException">A slot is missing.</exception>
    public static ListTemplate Cut(string html, ListParts parts)
    {
        foreach (var slot in Slots)
        {
            if (!html.Contains(MarkOf(slot), StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The list's page has no slot {slot}.");
            }
        }

        return new ListTemplate(html, parts);
    }

    /// <summary>Writes the page.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="fill">Writes what belongs into a slot.</param>
    public void Write(FreshPage page, Action<ListSlot> fill)
    {
        page.Add(Head);
        foreach (var (slot, piece) in pieces)
        {
            fill(slot);
            // Between filters and result little is the same for every answer; they are compressed better together.
            if (slot is ListSlot.Choices or ListSlot.Free)
            {
                page.New.Write(piece.Html);
            }
            else
            {
                page.Add(piece);
            }
        }
    }

    private static ListSlot SlotOf(char mark) => (ListSlot)(mark - 'a');

    private static KeptPiece PieceOf(string html) => new(Encoding.UTF8.GetBytes(html));

    // The view's own indentation; no text of the directory has a line end followed by spaces, nor a page preformatted text.
    [GeneratedRegex(@"\n\s+")]
    private static partial Regex Indentation();
}
