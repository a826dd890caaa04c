namespace ReferralDirectory.Core.Search.Querying;

/// <summary>How weighty a match is, weightiest first. A longer name follows a shorter one.</summary>
internal enum Tier
{
    Phone,
    NameOfOne,
    NameOfTwo,
    NameOfThree,
    NameOfFive,
    NameOfMany,
    NameBegun,
    Place,
    PlaceBegun,
    Type,
    Audience,
    TypeBegun,
    AudienceBegun,
    NameDoubtful,
    Text,
    TextBegun,
}
