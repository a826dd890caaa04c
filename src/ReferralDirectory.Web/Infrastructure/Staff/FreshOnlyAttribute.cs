namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>An admin endpoint for those who proved who they are in the last ten minutes: a session left open is not enough.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FreshOnlyAttribute : Attribute;
