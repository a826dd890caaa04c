namespace ReferralDirectory.Web.Features.Admin.Users;

/// <summary>What an administrator ticked.</summary>
public sealed class GrantsInput
{
    /// <summary>What the page showed, by its mark.</summary>
    public string? Mark { get; init; }

    public bool Administrator { get; init; }

    public List<Guid> Countries { get; init; } = [];

    public List<Guid> Organisations { get; init; } = [];
}
