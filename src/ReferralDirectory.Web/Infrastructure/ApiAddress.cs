namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Where the open data is: for programs of others, and unlike pages.</summary>
public static class ApiAddress
{
    /// <summary>The start of every address of it, and the page that describes it.</summary>
    public const string Root = "/api";

    /// <summary>The parameter that asks for a language; it comes before what the client prefers.</summary>
    public const string Language = "lang";

    /// <summary>True for an address of the open data.</summary>
    public static bool IsIn(PathString path) => path.StartsWithSegments(Root);
}
