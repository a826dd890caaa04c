namespace ReferralDirectory.Core.Search.Querying;

/// <summary>What tiers weigh and mean.</summary>
internal static class Tiers
{
    public const int Count = (int)Tier.TextBegun + 1;

    /// <summary>What each further field that has the word adds.</summary>
    public const double WeightOfOtherField = 0.03;

    /// <summary>The most that one word can weigh.</summary>
    public static double HighestWeight { get; } = Weight(Tier.Phone) + ((Enum.GetValues<MatchedField>().Length - 1) * WeightOfOtherField);

    /// <summary>The tiers of each field that has any.</summary>
    public static IReadOnlyList<Tier[]> Fields { get; } = [.. Enum.GetValues<Tier>().GroupBy(Field, (_, tiers) => tiers.ToArray())];

    /// <summary>
    /// Of a word that only one field has. Fields keep their order whatever the way of matching; the steps between
    /// fields are wide, so that of two words the one in a name decides.
    /// </summary>
    public static double Weight(Tier tier) => tier switch
    {
        Tier.Phone => 1.2,
        Tier.NameOfOne => 1.2,
        Tier.NameOfTwo => 1.15,
        Tier.NameOfThree => 1.1,
        Tier.NameOfFive => 1.05,
        Tier.NameOfMany => 1,
        Tier.NameBegun => 0.8,
        Tier.Place => 0.62,
        Tier.PlaceBegun => 0.55,
        Tier.Type => 0.42,
        Tier.Audience => 0.38,
        Tier.TypeBegun => 0.32,
        Tier.AudienceBegun => 0.3,
        Tier.NameDoubtful => 0.25,
        Tier.Text => 0.15,
        Tier.TextBegun => 0.1,
    };

    public static MatchedField Field(Tier tier) => tier switch
    {
        Tier.Phone => MatchedField.Phone,
        Tier.NameOfOne or Tier.NameOfTwo or Tier.NameOfThree or Tier.NameOfFive or Tier.NameOfMany or Tier.NameBegun or Tier.NameDoubtful => MatchedField.Name,
        Tier.Place or Tier.PlaceBegun => MatchedField.Place,
        Tier.Type or Tier.TypeBegun => MatchedField.Type,
        Tier.Audience or Tier.AudienceBegun => MatchedField.Audience,
        Tier.Text or Tier.TextBegun => MatchedField.Text,
    };
}
