namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Somebody with the right password tried codes.</summary>
/// <param name="At">When that was noticed, UTC.</param>
/// <param name="IsNew">The owner has not been told at an earlier sign-in.</param>
public sealed record GuessNotice(DateTime At, bool IsNew);
