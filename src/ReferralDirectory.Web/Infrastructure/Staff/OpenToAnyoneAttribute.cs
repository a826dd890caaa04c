namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>An admin endpoint that somebody who is not signed in may use. Every other one is closed to them: see <see cref="StaffDoor"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAnyoneAttribute : Attribute;
