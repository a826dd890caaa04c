namespace ReferralDirectory.Testing.Generation;

/// <summary>Words that look like Russian ones and mean nothing, with their usual Latin spelling; no two are the same.</summary>
public static class MadeUpWords
{
    private static readonly string[] Beginnings = "ба ве ги до жа зо ка лю ма не о па ре са ту фе хо чу ша эр яр бра гре дро кла сти тро".Split(' ');
    private static readonly string[] LatinBeginnings = "ba ve gi do zha zo ka lyu ma ne o pa re sa tu fe kho chu sha er yar bra gre dro kla sti tro".Split(' ');
    private static readonly string[] Middles = "ла ни ро ди ме ва ту се ли на го ру бе со ти ко".Split(' ');
    private static readonly string[] LatinMiddles = "la ni ro di me va tu se li na go ru be so ti ko".Split(' ');
    private static readonly string[] Ends = "вар мент лис тон дан рин сель мир гард нов ста ника рия лада".Split(' ');
    private static readonly string[] LatinEnds = "var ment lis ton dan rin sel mir gard nov sta nika riya lada".Split(' ');

    /// <summary>How many words <see cref="At"/> has.</summary>
    public static int Count => Beginnings.Length * Middles.Length * Middles.Length * Ends.Length;

    /// <summary>Lower case.</summary>
    public static Bilingual At(int number)
    {
        // Neighbouring numbers must not be neighbouring words; 48,271 has no factor in common with the count.
        var mixed = (int)(number * 48_271L % Count);
        var (first, rest) = (mixed % Beginnings.Length, mixed / Beginnings.Length);
        var (second, others) = (rest % Middles.Length, rest / Middles.Length);
        var (third, last) = (others % Middles.Length, others / Middles.Length);
        return new Bilingual(
            LatinBeginnings[first] + LatinMiddles[second] + LatinMiddles[third] + LatinEnds[last],
            Beginnings[first] + Middles[second] + Middles[third] + Ends[last]);
    }
}
