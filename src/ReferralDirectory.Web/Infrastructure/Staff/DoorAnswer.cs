namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What the door says to a request.</summary>
public enum DoorAnswer
{
    Open,
    SignIn,
    SecondFactor,
    SetUp,
    ConfirmFirst,
    AlreadyIn,
    Forbidden,
}
