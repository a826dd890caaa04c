using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>When a contact was last checked.</summary>
/// <param name="At">UTC.</param>
/// <param name="How">How it was checked.</param>
public sealed record PublishedConfirmation(DateTime At, ConfirmationMethod How);
