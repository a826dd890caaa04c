using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Something that was done to an account.</summary>
/// <param name="Action">What.</param>
/// <param name="Detail">A few words more, of names and ids of ours alone.</param>
public readonly record struct StaffAct(AuditAction Action, string Detail = "");
