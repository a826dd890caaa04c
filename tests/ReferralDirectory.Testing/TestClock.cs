namespace ReferralDirectory.Testing;

/// <summary>The real time, moved on by a test.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;

    /// <summary>Moves on.</summary>
    public void Advance(TimeSpan by) => ahead += by;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
