namespace ReferralDirectory.Core.Domain;

/// <summary>Web addresses as sources print them, often without a scheme.</summary>
public static class WebAddress
{
    /// <summary>
    /// Where a link goes: the address itself; with <c>http://</c> in front where it is printed without a scheme, since a
    /// browser that knows better upgrades it and one that does not still arrives.
    /// </summary>
    /// <returns>Null where it is not an address of http or https, carries a user name, or has no dotted host.</returns>
    public static Uri? TryParse(string text) =>
        Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}", UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && uri.HostNameType == UriHostNameType.Dns
        && uri.Host.Contains('.')
        && !text.Any(char.IsWhiteSpace)
            ? uri
            : null;
}
