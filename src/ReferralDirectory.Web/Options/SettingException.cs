namespace ReferralDirectory.Web.Options;

/// <summary>A setting is wrong; the message is one sentence that names it and says what it should be.</summary>
public sealed class SettingException(string message) : Exception(message);
