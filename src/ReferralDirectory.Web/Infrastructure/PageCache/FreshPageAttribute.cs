namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>The action answers by <see cref="FreshPage"/>, which compresses: nobody else is to.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FreshPageAttribute : Attribute;
