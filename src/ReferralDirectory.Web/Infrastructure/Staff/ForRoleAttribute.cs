using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>An admin endpoint for those who hold a role somewhere. Where it holds is for the action to ask.</summary>
/// <param name="role">The role.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForRoleAttribute(StaffRole role) : Attribute
{
    public StaffRole Role => role;
}
