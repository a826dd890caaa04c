using ReferralDirectory.Core.Editing;

namespace ReferralDirectory.Web.Features.Admin.Staff;

/// <summary>Whoever is signed in, as editing asks for them.</summary>
public sealed class CurrentActor
{
    public Actor Actor => throw new NotImplementedException();
}
