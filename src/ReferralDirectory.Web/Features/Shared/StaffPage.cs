namespace ReferralDirectory.Web.Features.Shared;

/// <summary>What the layout needs of every page of the admin area.</summary>
public record StaffPage
{
    /// <summary>Stands in the tab and in history lists: neutral.</summary>
    public required string Title { get; init; }
}
