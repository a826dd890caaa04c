namespace ReferralDirectory.Web.Infrastructure;

/// <summary>A public page that no search engine shall list.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotIndexedAttribute : Attribute;
