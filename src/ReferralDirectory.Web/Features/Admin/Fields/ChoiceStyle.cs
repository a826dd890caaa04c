namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>How answers are offered.</summary>
public enum ChoiceStyle
{
    /// <summary>One of a few.</summary>
    Radios,

    /// <summary>Any number of them.</summary>
    Checkboxes,

    /// <summary>One of many.</summary>
    Select,
}
