using System.Collections.Immutable;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Names of the parameters by which the list of providers is narrowed.</summary>
public static class ProviderParameters
{
    /// <summary>Words.</summary>
    public const string Words = "q";

    /// <summary>An assistance type.</summary>
    public const string Need = "need";

    /// <summary>A place.</summary>
    public const string Place = "place";

    /// <summary>Whom it is for.</summary>
    public const string Audience = "audience";

    /// <summary>Only with a number that is free to call.</summary>
    public const string Free = "free";

    /// <summary>The page of the list, from 1.</summary>
    public const string Page = "page";

    /// <summary>The value of a ticked box.</summary>
    public const string Yes = "1";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Words, Need, Place, Audience, Free, Page];
}
