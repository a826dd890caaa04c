namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>A feature of a request to the admin area whose form was not even read.</summary>
/// <param name="HasTooManyFields">False where it was too long.</param>
public sealed record RefusedForm(bool HasTooManyFields);
