namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Requests to this action leave no line in the log.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeverLoggedAttribute : Attribute;
