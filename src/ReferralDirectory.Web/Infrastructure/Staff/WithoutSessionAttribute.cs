namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>The same for everybody: whose session it is, is not even asked. So it answers while the database does not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutSessionAttribute : Attribute;
