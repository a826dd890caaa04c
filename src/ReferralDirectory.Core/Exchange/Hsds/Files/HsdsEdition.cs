namespace ReferralDirectory.Core.Exchange.Hsds.Files;

/// <summary>What a file says of itself.</summary>
/// <param name="Created">When it was made, UTC.</param>
/// <param name="Version">Of its content: see <see cref="HsdsContentVersion"/>.</param>
/// <param name="LicenceName">Under what it may be used.</param>
/// <param name="LicenceAddress">Where that is written.</param>
/// <param name="Language">The language that was asked for; texts that are not in it are in their original.</param>
public sealed record HsdsEdition(DateTime Created, string Version, string LicenceName, string LicenceAddress, string Language);
