namespace ReferralDirectory.Core.Search;

/// <summary>What one index says to a query.</summary>
/// <param name="Results">The page.</param>
/// <param name="Slips">How many of the words that count were met only by allowing for a slip.</param>
/// <param name="Met">How many documents have the words that count, whatever the filters.</param>
internal sealed record IndexAnswer(ProviderResults Results, int Slips, int Met);
