using System.Collections.Immutable;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>Why a revision needs a second person, in words.</summary>
public static class SecondPersonText
{
    public static IReadOnlyList<string> Of(ImmutableArray<SecondPersonReason> reasons, Texts texts) =>
        [.. reasons.Select(reason => texts[$"Admin.SecondPerson.{reason}"])];
}
