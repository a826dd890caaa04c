using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>Lets the public see what was published.</summary>
public sealed class PublicDirectory(PublishedDirectorySource source)
{
    /// <summary>Returns when every new request sees it. Not ended by whoever asked: it was published already.</summary>
    public Task ShowAsync(Subject subject) => subject.Kind switch
    {
        SubjectKind.Organisation => source.ReloadAsync(new HashSet<Guid> { subject.Id }, CancellationToken.None),
        SubjectKind.StepText or SubjectKind.AssistanceType or SubjectKind.Audience => source.ReloadAsync(CancellationToken.None),
    };
}
