using System.Text;

namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>
/// What pages of one kind are made of. Compressing such a page anew costs more than all else about it; with its texts
/// prepared here, only where they stand is left to be found when it is written.
/// </summary>
public sealed class PageTexts
{
    private readonly RepetitionFinder finder = new();
    private readonly Dictionary<string, PageText> often = new(StringComparer.Ordinal);
    private readonly List<PageText> added = [];

    // Those that need not be on the page, by their numbers.
    private readonly Dictionary<int, PageText> sources = [];
    private PageCode? code;

    /// <param name="terms">Texts that stand within others, each in many; as <see cref="AddOften"/> adds them.</param>
    /// <param name="samples">Texts such as <see cref="Prepare"/> will get, those of one kind together: what they have in common is added, too.</param>
    public PageTexts(IReadOnlyCollection<string> terms, params IReadOnlyCollection<string>[] samples)
    {
        foreach (var term in terms)
        {
            AddOften(term);
        }

        foreach (var kind in samples)
        {
            FrequentTexts.In(kind, terms).ForEach(text => AddOften(text));
        }
    }

    /// <summary>Texts that others may repeat are numbered from 0; this many are.</summary>
    internal int Count => finder.Count;

    /// <exception cref="InvalidOperationException">Before <see cref="Complete"/>.</exception>
    internal PageCode Code => code ?? throw new InvalidOperationException("The texts are not complete.");

    /// <summary>Adds a text of many pages. Others repeat it where it is on the page already. To be used after <see cref="Complete"/>.</summary>
    public PageText AddOften(string html)
    {
        if (often.TryGetValue(html, out var known))
        {
            return known;
        }

        var text = Encoding.UTF8.GetBytes(html);
        if (!RepetitionFinder.IsWorthwhile(text))
        {
            return often[html] = Add(Sketch(text));
        }

        // What it is made of is written where it is not on the page yet.
        var steps = finder.Split(text, code: null);
        var number = finder.Add(text, onlyWhole: true);
        sources[number] = Add(new PageText(text, number, steps));
        return often[html] = Add(new PageText(text, -1, [new PageStep(0, number, 0, text.Length)]));
    }

    /// <summary>
    /// Adds a text that every page has, after those added so before. Others repeat any part of it. To be used after <see cref="Complete"/>.
    /// </summary>
    public PageText AddEverywhere(string html) => AddSource(Encoding.UTF8.GetBytes(html));

    /// <summary>
    /// Adds texts that every page has, as <see cref="AddEverywhere"/> does: one after the other, with as many bytes between each and the next.
    /// </summary>
    /// <param name="htmls">The texts.</param>
    /// <param name="between">Bytes.</param>
    /// <exception cref="ArgumentException">A text has a byte of zero.</exception>
    /// <returns>Each twice: for pages where they stand so, and, longer, for those where they do not.</returns>
    public IReadOnlyList<(PageText Together, PageText Apart)> AddTogether(IReadOnlyList<string> htmls, int between)
    {
        var texts = htmls.Select(Encoding.UTF8.GetBytes).ToList();
        // Zeros stand for the bytes between: no text has any that could repeat them.
        if (texts.Exists(text => text.Contains((byte)0)))
        {
            throw new ArgumentException("A text has a byte of zero.", nameof(htmls));
        }

        var all = new byte[texts.Sum(text => text.Length + between)];
        var own = new OwnPlaces(all);
        var at = 0;
        var together = new List<PageStep[]>();
        foreach (var text in texts)
        {
            text.CopyTo(all, at);
            together.Add(finder.Split(all, at, at + text.Length, own, code: null, isEarly: true));
            at += text.Length + between;
        }

        return
        [
            .. texts.Select((text, i) =>
            {
                var apart = AddSource(text);
                return (Add(new PageText(text, apart.Number, together[i])), apart);
            }),
        ];
    }

    /// <summary>Adds a text that stands after all others. To be used after <see cref="Complete"/>.</summary>
    public PageText AddLast(string html) => Add(Sketch(Encoding.UTF8.GetBytes(html)));

    /// <summary>A text for a page that <see cref="Complete"/> gets, and for nothing else.</summary>
    public PageText Sketch(byte[] html) => new(html, -1, finder.Split(html, code: null));

    /// <summary>Ends adding.</summary>
    /// <param name="samples">Pages such as will be written: they become short.</param>
    public void Complete(params IReadOnlyCollection<FreshPage> samples)
    {
        var tally = new PageTally(this);
        foreach (var page in samples)
        {
            tally.Add(page.New.Written.Span, page.Parts);
        }

        code = PageCode.For(tally);
        added.ForEach(text => text.In(code));
    }

    /// <summary>
    /// Prepares a further text of such pages, in some ten microseconds for a kilobyte. Safe for any number of threads at once.
    /// </summary>
    public PageText Prepare(byte[] html) => new PageText(html, -1, finder.Split(html, Code)).In(Code);

    /// <summary>What to write where the text of a number would be repeated and is not on the page yet; null for one that every page has.</summary>
    internal PageText? InsteadOf(int number) => sources.GetValueOrDefault(number);

    private PageText AddSource(byte[] text)
    {
        var steps = finder.Split(text, code: null, isEarly: true);
        return Add(new PageText(text, finder.Add(text, onlyWhole: false), steps));
    }

    private PageText Add(PageText text)
    {
        added.Add(text);
        return text;
    }
}
