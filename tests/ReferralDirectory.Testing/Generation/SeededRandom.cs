namespace ReferralDirectory.Testing.Generation;

/// <summary>
/// SplitMix64: the same numbers on every machine and for every version of .NET, which <see cref="Random"/> does not
/// promise.
/// </summary>
public sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool OneIn(int chances) => Below(chances) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Small numbers often, large ones seldom, as words occur in texts.</summary>
    public int RareBelow(int limit)
    {
        var share = (Next() >> 11) * (1.0 / (1UL << 53));
        return Math.Min(limit - 1, (int)(Math.Pow(limit + 1, share) - 1));
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
