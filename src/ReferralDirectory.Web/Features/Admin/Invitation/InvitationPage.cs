using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Invitation;

public sealed record InvitationPage : StaffPage
{
    public required string Email { get; init; }

    public required string Name { get; init; }

    /// <summary>True where the account was set up before, and is set up anew.</summary>
    public required bool IsRecovery { get; init; }

    public static InvitationPage For(Texts texts, StaffMember member) => new()
    {
        Title = texts["Staff.Invitation.Title"],
        Email = member.UserName!,
        Name = member.DisplayName,
        IsRecovery = member.PasswordHash is not null,
    };
}
