namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>A form that anybody may send, without an owner and without secrets: see <see cref="TypedForm"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GivesTypedBackAttribute : Attribute;
