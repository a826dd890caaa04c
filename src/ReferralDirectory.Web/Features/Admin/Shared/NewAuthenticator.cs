using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Shared;

/// <summary>An authenticator app that is being set up.</summary>
/// <param name="Qr">What the app scans.</param>
/// <param name="SpelledKey">The same for typing, in groups of four.</param>
/// <param name="SealedKey">The same for the way back to us.</param>
public sealed record NewAuthenticator(QrCode Qr, string SpelledKey, string SealedKey);
