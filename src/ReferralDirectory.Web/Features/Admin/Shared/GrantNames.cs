using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Shared;

/// <summary>Says in words what somebody may do, and where a role can hold.</summary>
public sealed class GrantNames
{
    private readonly Texts texts;
    private readonly Lazy<IReadOnlyList<(Guid Id, string Name)>> countries;
    private readonly Lazy<IReadOnlyList<(Guid Id, string Name)>> organisations;

    public GrantNames(DirectoryDb db, Reader reader, Texts texts)
    {
        this.texts = texts;
        // From the database and not from what is published: an editor may keep an entry that is not public yet.
        countries = new(() => Sorted(db.Countries.Select(country => new KeyValuePair<Guid, LocalisedText>(country.Id, country.Name)).ToList()));
        organisations = new(() => Sorted(db.Organisations.Select(organisation => new KeyValuePair<Guid, LocalisedText>(organisation.Id, organisation.Name)).ToList()));

        IReadOnlyList<(Guid Id, string Name)> Sorted(List<KeyValuePair<Guid, LocalisedText>> items) =>
            [.. items.Select(item => (item.Key, reader.Show(item.Value).Text)).OrderBy(item => item.Text, StringComparer.CurrentCulture)];
    }

    /// <summary>Countries a reviewer can keep.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Countries => countries.Value;

    /// <summary>Organisations an editor can keep.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Organisations => organisations.Value;

    public IReadOnlyList<string> Of(StaffAccess access) =>
    [
        .. access.IsAdministrator ? [Of(StaffRole.Administrator, null)] : Array.Empty<string>(),
        .. Countries.Where(country => access.Countries.Contains(country.Id)).Select(country => Of(StaffRole.Reviewer, country.Id)),
        .. Organisations.Where(organisation => access.Organisations.Contains(organisation.Id)).Select(organisation => Of(StaffRole.Editor, organisation.Id)),
    ];

    /// <summary>One role, and where it holds.</summary>
    public string Of(StaffRole role, Guid? place) => role switch
    {
        StaffRole.Administrator => texts["Staff.Role.Administrator"],
        StaffRole.Reviewer => texts["Staff.Role.ReviewerOf", NameOf(Countries, place)],
        StaffRole.Editor => texts["Staff.Role.EditorOf", NameOf(Organisations, place)],
    };

    /// <summary>What a form asks for; what does not exist is left out.</summary>
    public IReadOnlyList<StaffGrant> Read(bool administrator, IEnumerable<Guid> countries, IEnumerable<Guid> organisations) =>
    [
        .. administrator ? [new StaffGrant { Role = StaffRole.Administrator }] : Array.Empty<StaffGrant>(),
        .. Countries.Where(country => countries.Contains(country.Id)).Select(country => new StaffGrant { Role = StaffRole.Reviewer, CountryId = country.Id }),
        .. Organisations.Where(organisation => organisations.Contains(organisation.Id)).Select(organisation => new StaffGrant { Role = StaffRole.Editor, OrganisationId = organisation.Id }),
    ];

    private static string NameOf(IReadOnlyList<(Guid Id, string Name)> places, Guid? id) => places.FirstOrDefault(place => place.Id == id).Name ?? $"{id}";
}
