namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Requests to this action are not counted: what a reader told us is not to be known more exactly than its day.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeverMeasuredAttribute : Attribute;
