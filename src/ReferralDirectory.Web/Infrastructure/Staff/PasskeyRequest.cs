namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What the browser is asked about a passkey.</summary>
/// <param name="Options">For <c>navigator.credentials</c>, as JSON.</param>
/// <param name="State">Sealed; comes back with the browser's answer.</param>
public sealed record PasskeyRequest(string Options, string State);
