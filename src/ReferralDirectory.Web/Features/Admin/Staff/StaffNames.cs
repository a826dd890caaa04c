using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Features.Admin.Staff;

/// <summary>What colleagues call members of staff, those who may no longer enter as well; their address where that is no name to be seen.</summary>
public sealed class StaffNames(DirectoryDb db)
{
    /// <param name="ids">Whose; null is nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(IEnumerable<Guid?> ids, CancellationToken cancellationToken) =>
        await ReadAsync(Those(ids), StaffName.Shown, cancellationToken);

    /// <summary>The same with the e-mail address beside, for pages that say who did what: a name can be chosen.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadWithAddressesAsync(IEnumerable<Guid?> ids, CancellationToken cancellationToken) =>
        await ReadAsync(Those(ids), (name, address) => StaffName.Read(name) is { } seen ? $"{seen} ({address})" : address, cancellationToken);

    /// <summary>Everybody's.</summary>
    public Task<Dictionary<Guid, string>> AllAsync(CancellationToken cancellationToken) => ReadAsync(db.StaffMembers, StaffName.Shown, cancellationToken);

    private IQueryable<StaffMember> Those(IEnumerable<Guid?> ids)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        return db.StaffMembers.Where(member => wanted.Contains(member.Id));
    }

    private static async Task<Dictionary<Guid, string>> ReadAsync(IQueryable<StaffMember> members, Func<string, string, string> nameOf, CancellationToken cancellationToken)
    {
        var read = await members.Select(member => new { member.Id, member.DisplayName, member.UserName }).ToListAsync(cancellationToken);
        return read.ToDictionary(member => member.Id, member => nameOf(member.DisplayName, member.UserName!));
    }
}
