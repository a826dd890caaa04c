namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>How a page's bytes are written on the wire (RFC 9110, 8.4.1).</summary>
public enum ContentCoding
{
    /// <summary>As they are.</summary>
    Identity,

    /// <summary>gzip.</summary>
    Gzip,

    /// <summary>Brotli.</summary>
    Brotli,
}
