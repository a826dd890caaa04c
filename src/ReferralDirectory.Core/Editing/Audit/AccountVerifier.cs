using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>Compares who may do what with what a whole log says, and whether those who published might.</summary>
/// <param name="db">Where.</param>
/// <param name="told">What the log says.</param>
/// <param name="isFromTheStart">
/// The log tells of everybody. Otherwise nothing is said of those whose beginning it does not know.
/// </param>
internal sealed class AccountVerifier(DirectoryDb db, SealedAccounts told, bool isFromTheStart)
{
    /// <summary>Everything that is not so.</summary>
    public async Task<IReadOnlyList<BrokenContent>> FindAsync(CancellationToken cancellationToken)
    {
        var members = (await AccountRow.AllOf(db).ToListAsync(cancellationToken)).GroupBy(row => row.Id).ToList();
        var known = members.Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. members.Where(member => !IsAsTold(member)).Select(member => Broken(member.Key)),
            .. told.Accounts.Where(account => account.Value.IsInvited && !known.Contains(StoredText.OfId(account.Key))).Select(account => Broken(StoredText.OfId(account.Key))),
            .. await FindPublishedAsync(cancellationToken),
        ];
    }

    private bool IsAsTold(IGrouping<string, AccountRow> member)
    {
        var account = StoredText.TryReadId(member.Key, out var id) ? told.Accounts.GetValueOrDefault(id!.Value) : null;
        return account is not { IsInvited: true } ? !isFromTheStart
            : StoredText.TryReadTimeOrNull(member.First().RevokedAt, out var revoked) && account.IsShutOut == revoked is not null
                && member.Where(row => row.Role is not null).Select(row => row.Detail).Order(StringComparer.Ordinal).SequenceEqual(account.Roles.Order(StringComparer.Ordinal));
    }

    private BrokenContent Broken(string id) =>
        new(ContentFault.Account, AuditSubject.Account, id, "", [], Guid.TryParse(id, out var known) ? told.Accounts.GetValueOrDefault(known)?.Number : null);

    // Of a role that was in the database for a moment, nothing else is left.
    private async Task<IReadOnlyList<BrokenContent>> FindPublishedAsync(CancellationToken cancellationToken)
    {
        var published = await RevisionRow.AllOf(db).Where(row => row.State == nameof(RevisionState.Published))
            .Select(row => new { row.Id, row.SubjectKind, row.SubjectId, row.CountryId }).ToListAsync(cancellationToken);
        List<BrokenContent> found = [];
        foreach (var row in published)
        {
            if (StoredText.TryReadId(row.Id, out var id) && told.Publishers.TryGetValue(id ?? Guid.Empty, out var publication) && !MightPublish(publication.By, row.CountryId))
            {
                found.Add(new BrokenContent(ContentFault.Publisher, StoredText.TryReadName<AuditSubject>(row.SubjectKind, out var kind) ? kind : AuditSubject.Site, row.SubjectId ?? "", "", [], publication.Number));
            }
        }

        return found;
    }

    private bool MightPublish(SealedAccounts.Account publisher, string? country) =>
        !publisher.IsInvited ? !isFromTheStart
        : !publisher.IsShutOut && StoredText.TryReadId(country, out var id)
            && publisher.Roles.Contains(id is null ? new StaffGrant { Role = StaffRole.Administrator }.AuditDetail : new StaffGrant { Role = StaffRole.Reviewer, CountryId = id }.AuditDetail);
}
