using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>
/// The API as OpenAPI 3.1. Generated from the controllers by a test, which fails where the file is out of date: the site itself
/// need not load a generator.
/// </summary>
internal static class ApiDescription
{
    public const string Asset = "openapi.json";

    /// <summary>Of its sentences.</summary>
    public const string Language = "en";

    public static byte[] Bytes => field ??= System.Text.Encoding.UTF8.GetBytes(InlineAssets.Read(Asset));
}
