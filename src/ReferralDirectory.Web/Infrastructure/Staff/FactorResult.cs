namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What became of a change of somebody's own second factors.</summary>
public enum FactorResult
{
    /// <summary>It holds. Every other session of theirs has ended.</summary>
    Done,

    /// <summary>The code, or the browser's answer, is not good; nothing was changed.</summary>
    NoProof,

    /// <summary>They have as many as can be; nothing was changed.</summary>
    TooMany,

    /// <summary>They would have none left; nothing was changed.</summary>
    Last,

    /// <summary>They were signed out meanwhile, or it should be the first and there is one by now; nothing was changed.</summary>
    Closed,
}
