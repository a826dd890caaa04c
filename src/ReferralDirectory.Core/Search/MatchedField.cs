namespace ReferralDirectory.Core.Search;

/// <summary>Where a word of a query was met.</summary>
public enum MatchedField
{
    /// <summary>One of the provider's names.</summary>
    Name,

    /// <summary>One of its telephone numbers.</summary>
    Phone,

    /// <summary>A place it is in.</summary>
    Place,

    /// <summary>A type of assistance it offers: its name, the need, or the words people search by.</summary>
    Type,

    /// <summary>People it helps.</summary>
    Audience,

    /// <summary>The description of one of its services.</summary>
    Text,
}
