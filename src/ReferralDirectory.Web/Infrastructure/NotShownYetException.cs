namespace ReferralDirectory.Web.Infrastructure;

/// <summary>What somebody decided is saved, and the public does not see it yet: the directory in memory could not be renewed.</summary>
public sealed class NotShownYetException(Exception problem) : Exception(null, problem);
