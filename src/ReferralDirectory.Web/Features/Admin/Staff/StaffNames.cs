using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Features.Admin.Staff;

/// <summary>What colleagues call members of staff, those who may no longer enter as well; who has no name yet is shown by their address.</summary>
public sealed class StaffNames(DirectoryDb db)
{
    /// <param name="ids">Whose; null is nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(IEnumerable<Guid?> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        return await ReadAsync(db.StaffMembers.Where(member => wanted.Contains(member.Id)), cancellationToken);
    }

    /// <summary>Everybody's.</summary>
    public Task<Dictionary<Guid, string>> AllAsync(CancellationToken cancellationToken) => ReadAsync(db.StaffMembers, cancellationToken);

    private static Task<Dictionary<Guid, string>> ReadAsync(IQueryable<StaffMember> members, CancellationToken cancellationToken) =>
        members.Select(member => new { member.Id, Name = member.DisplayName == "" ? member.UserName! : member.DisplayName }).ToDictionaryAsync(member => member.Id, member => member.Name, cancellationToken);
}
