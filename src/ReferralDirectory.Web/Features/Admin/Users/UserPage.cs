using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Users;

public sealed record UserPage : StaffPage
{
    public required UserLine User { get; init; }

    /// <summary>In words: until when a link to set the account up is good; null where there is none.</summary>
    public required string? OpenLink { get; init; }

    /// <summary>Goes into the form and comes back with it: which roles it was made from.</summary>
    public required string Mark { get; init; }

    public required GrantChoices Grants { get; init; }
}
