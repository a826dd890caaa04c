namespace ReferralDirectory.Web.Features.Providers;

/// <summary>A place in the list's page that is filled anew for each answer.</summary>
public enum ListSlot
{
    /// <summary>The page's title.</summary>
    Title,

    /// <summary>What is asked, as the end of an address.</summary>
    Asked,

    /// <summary>The words, in their field.</summary>
    Words,

    /// <summary>The filters.</summary>
    Choices,

    /// <summary>Whether the box of free numbers is ticked.</summary>
    Free,

    /// <summary>The result.</summary>
    Found,
}
