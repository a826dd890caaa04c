using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Web.Features.Admin.Staff;

/// <summary>What colleagues call members of staff, those who may no longer enter as well.</summary>
public sealed class StaffNames(DirectoryDb db)
{
    /// <param name="ids">Whose; null is nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(IEnumerable<Guid?> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        return await db.StaffMembers.Where(member => wanted.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.DisplayName, cancellationToken);
    }
}
