using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>An organisation of whose contacts some are confirmed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CountryId">Where it works.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="CountryName">Of the country whose reviewers may have checked.</param>
/// <param name="Contacts">Ids of these contacts.</param>
internal sealed record ConfirmedOrganisation(Guid Id, Guid CountryId, string Name, string CountryName, ImmutableArray<Guid> Contacts)
{
    /// <summary>Who stands for it: the organisation itself, or the team of its country; never a person.</summary>
    public string ByOf(ConfirmationMethod how)
    {
        var by = how == ConfirmationMethod.Told ? Name : CountryName;
        return by.Length <= Confirmation.ByMaxLength ? by : by[..(char.IsHighSurrogate(by[Confirmation.ByMaxLength - 1]) ? Confirmation.ByMaxLength - 1 : Confirmation.ByMaxLength)];
    }
}
