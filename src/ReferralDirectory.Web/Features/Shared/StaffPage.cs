namespace ReferralDirectory.Web.Features.Shared;

/// <summary>What the layout needs of every page of the admin area.</summary>
public record StaffPage
{
    /// <summary>Stands in the tab and in history lists: neutral.</summary>
    public required string Title { get; init; }

    /// <summary>False where the frame must do without forms: what binds them to the browser may need the database.</summary>
    public bool HasForms { get; init; } = true;
}
