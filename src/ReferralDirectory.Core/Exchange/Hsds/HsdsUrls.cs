namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>Web addresses as the standard means them.</summary>
internal static class HsdsUrls
{
    // A host in other letters than ASCII is no URI there.
    public static string Of(Uri address) => new UriBuilder(address) { Host = address.IdnHost, Port = address.IsDefaultPort ? -1 : address.Port }.Uri.AbsoluteUri;
}
