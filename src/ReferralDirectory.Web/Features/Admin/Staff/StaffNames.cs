namespace ReferralDirectory.Web.Features.Admin.Staff;

/// <summary>Names of members of staff.</summary>
public sealed class StaffNames
{
    public Task<IReadOnlyDictionary<Guid, string>> ReadAsync(IEnumerable<Guid?> ids, CancellationToken cancellationToken) => throw new NotImplementedException();
}
