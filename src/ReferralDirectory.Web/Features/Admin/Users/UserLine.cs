using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Users;

/// <summary>One person.</summary>
/// <param name="Id">Of the staff member.</param>
/// <param name="Name">Their name; where there is none to be seen, their address.</param>
/// <param name="Email">Their address.</param>
/// <param name="State">In words: invited, active, shut out.</param>
/// <param name="IsRevoked">True where they may not enter.</param>
/// <param name="Link">In words: until when a link to set the account up is good, or that one is needed; null for neither.</param>
/// <param name="HasOpenLink">True for the former.</param>
/// <param name="Grants">In words.</param>
public sealed record UserLine(Guid Id, string Name, string Email, string State, bool IsRevoked, string? Link, bool HasOpenLink, IReadOnlyList<string> Grants)
{
    public static UserLine Of(StaffMember member, GrantNames names, DateTime? openUntil, Reader reader, Texts texts) => new(
        member.Id,
        StaffName.Shown(member.DisplayName, member.UserName!),
        member.UserName!,
        member.RevokedAt is not null ? texts["Staff.State.Revoked", member.RevocationReason ?? ""]
            : member.PasswordHash is null ? texts["Staff.State.Invited"]
            : member.HasSecondFactor ? texts["Staff.State.Active"] : texts["Staff.State.NoSecondFactor"],
        member.RevokedAt is not null,
        openUntil is { } until ? texts["Staff.Users.OpenLink", new Moment(until, reader, texts)]
            : member is { PasswordHash: null, RevokedAt: null } ? texts["Staff.Users.NoLink"] : null,
        openUntil is not null,
        names.Of(StaffAccess.Of(member)));
}
