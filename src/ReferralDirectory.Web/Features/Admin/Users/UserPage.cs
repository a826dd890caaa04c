using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Users;

public sealed record UserPage : StaffPage
{
    public required UserLine User { get; init; }

    /// <summary>Goes into the form and comes back with it: which roles it was made from.</summary>
    public required string Mark { get; init; }

    /// <summary>The same for whether they are shut out.</summary>
    public required string Seen { get; init; }

    /// <summary>A reason that was typed where they are shut out already; may be empty.</summary>
    public IReadOnlyList<TextField> ToCopy { get; init; } = [];

    public required GrantChoices Grants { get; init; }
}
