namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>A set of small numbers that is emptied in no time.</summary>
internal sealed class Marks(int size)
{
    private readonly int[] rounds = new int[size];
    private int round;

    public void Clear() => round++;

    /// <returns>False where the number was there already.</returns>
    public bool Add(int number)
    {
        if (rounds[number] == round)
        {
            return false;
        }

        rounds[number] = round;
        return true;
    }
}
