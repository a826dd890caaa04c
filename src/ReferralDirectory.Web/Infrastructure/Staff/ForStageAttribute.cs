using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>An admin endpoint for those who are still on the way in.</summary>
/// <param name="stage">How far they must have come: exactly.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForStageAttribute(StaffSessionStage stage) : Attribute
{
    public StaffSessionStage Stage => stage;
}
