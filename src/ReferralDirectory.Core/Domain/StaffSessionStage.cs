namespace ReferralDirectory.Core.Domain;

/// <summary>How far somebody has come on the way in. The names are stored.</summary>
public enum StaffSessionStage
{
    /// <summary>The password was right; the second factor is still to come.</summary>
    Password = 1,

    /// <summary>There is a password and no second factor yet: nothing else is open to them.</summary>
    SettingUp = 2,

    /// <summary>Signed in.</summary>
    SignedIn = 3,
}
