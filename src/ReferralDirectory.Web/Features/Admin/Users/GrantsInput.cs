namespace ReferralDirectory.Web.Features.Admin.Users;

/// <summary>What an administrator ticked.</summary>
public sealed class GrantsInput
{
    public bool Administrator { get; init; }

    public IReadOnlyList<Guid> Countries { get; init; } = [];

    public IReadOnlyList<Guid> Organisations { get; init; } = [];
}
