using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Answer;

/// <summary>Says that a link cannot be used.</summary>
public sealed record UnusablePage : StaffPage
{
    /// <summary>What was typed while it still could; empty where nothing was.</summary>
    public required IReadOnlyList<TextField> ToCopy { get; init; }
}
