namespace ReferralDirectory.Web.Features.Admin.Shared;

/// <summary>A button that asks the browser for a passkey; shown where it can.</summary>
/// <param name="Action">Where the answer goes.</param>
/// <param name="Options">Where the question comes from.</param>
/// <param name="Label">On the button.</param>
public sealed record PasskeyForm(string Action, string Options, string Label)
{
    public bool IsNew { get; init; }

    public string? ReturnUrl { get; init; }
}
