using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What colleagues are called.</summary>
public sealed class ColleagueNames(DirectoryDb db)
{
    /// <summary>True where a colleague, those who may no longer enter as well, has a name or an address that looks the same.</summary>
    public async Task<bool> HasAnotherAsync(string name, Guid id, CancellationToken cancellationToken)
    {
        var key = StaffName.KeyOf(name);
        var others = await db.StaffMembers.Where(member => member.Id != id).Select(member => new { member.DisplayName, member.UserName }).ToListAsync(cancellationToken);
        return others.Exists(other => StaffName.KeyOf(other.DisplayName) == key || StaffName.KeyOf(other.UserName!) == key);
    }
}
