using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Shared;

/// <summary>Says what is wrong with what somebody wants to be called.</summary>
public sealed class NameFaults(ColleagueNames names, Texts texts)
{
    /// <summary>In words; null where nothing is.</summary>
    public async Task<string?> FindAsync(string? name, Guid member, CancellationToken cancellationToken) =>
        StaffName.Read(name) is not { } read ? texts["Staff.Name.Wrong", StaffMember.DisplayNameMaxLength]
            : await names.HasAnotherAsync(read, member, cancellationToken) ? texts["Staff.Name.Taken"]
            : null;
}
