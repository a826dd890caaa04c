using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>A signed-in member of staff and what they are trusted with, as it stands at this request.</summary>
/// <param name="Id">Staff id.</param>
/// <param name="IsAdministrator">Keeps the taxonomy; may read everything and take anything down.</param>
/// <param name="ReviewsCountries">Countries whose entries they edit, approve and publish.</param>
/// <param name="EditsOrganisations">Organisations whose entry they edit.</param>
public sealed record Actor(Guid Id, bool IsAdministrator, IReadOnlySet<Guid> ReviewsCountries, IReadOnlySet<Guid> EditsOrganisations)
{
    /// <summary>The program itself, which reads what belongs to these countries. It is no member of staff: it proposes and decides nothing.</summary>
    public static Actor Program(IEnumerable<Guid> countries) => new(Guid.Empty, false, countries.ToHashSet(), new HashSet<Guid>());

    /// <summary>Null for the program.</summary>
    internal Guid? StaffId => Id == Guid.Empty ? null : Id;

    /// <summary>May write drafts of it.</summary>
    internal bool MayEdit(Subject subject, Guid? countryId) =>
        MayPublish(subject, countryId) || (subject.Kind == SubjectKind.Organisation && EditsOrganisations.Contains(subject.Id));

    /// <summary>May publish or reject what others wrote about it.</summary>
    internal bool MayPublish(Subject subject, Guid? countryId) => subject.Kind switch
    {
        SubjectKind.Organisation or SubjectKind.StepText => countryId is { } country && ReviewsCountries.Contains(country),
        SubjectKind.AssistanceType or SubjectKind.Audience => IsAdministrator,
    };

    /// <summary>May know that it exists.</summary>
    internal bool MayRead(Subject subject, Guid? countryId) => IsAdministrator || MayEdit(subject, countryId);
}
