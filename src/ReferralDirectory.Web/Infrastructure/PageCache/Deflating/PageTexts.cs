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
    private readonly List<byte[]> samples = [];
    private PageCode? code;

    /// <param name="terms">Texts that stand within others, each in many; as <see cref="AddOften"/> adds them.</param>
    /// <param name="samples">Texts such as <see cref="Prepare"/> will get, those of one kind together.</param>
    public PageTexts(IReadOnlyCollection<string> terms, params IReadOnlyCollection<string>[] samples)
    {
        foreach (var term in terms)
        {
            AddOften(term);
        }

        foreach (var kind in samples)
        {
            FrequentTexts.In(kind, terms).ForEach(text => AddOften(text));
            this.samples.AddRange(kind.Select(Encoding.UTF8.GetBytes));
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
        if (RepetitionFinder.IsWorthwhile(text))
        {
            finder.Add(text, onlyWhole: true);
        }

        return often[html] = Add(new PageText(text, -1, finder.Split(text)));
    }

    /// <summary>
    /// Adds a text that every page has, after those added so before. Others repeat any part of it. To be used after <see cref="Complete"/>.
    /// </summary>
    public PageText AddEverywhere(string html)
    {
        var text = Encoding.UTF8.GetBytes(html);
        var steps = finder.Split(text);
        return Add(new PageText(text, finder.Add(text, onlyWhole: false), steps));
    }

    /// <summary>Ends adding.</summary>
    public void Complete()
    {
        code = PageCode.For([.. added.Select(text => (text.Html, text.Steps)), .. samples.Select(sample => (sample, finder.Split(sample)))]);
        added.ForEach(text => text.In(code));
    }

    /// <summary>
    /// Prepares a further text of such pages, in some ten microseconds for a kilobyte. Safe for any number of threads at once.
    /// </summary>
    public PageText Prepare(byte[] html) => new PageText(html, -1, finder.Split(html)).In(Code);

    /// <summary>True for the number of a text that need not be on the page.</summary>
    internal bool IsOften(int number) => finder.IsOnlyWhole(number);

    private PageText Add(PageText text)
    {
        added.Add(text);
        return text;
    }
}
