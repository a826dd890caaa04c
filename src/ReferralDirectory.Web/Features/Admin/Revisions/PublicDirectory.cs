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
        SubjectKind.Organisation => ShowAsync(new HashSet<Guid> { subject.Id }),
        SubjectKind.StepText or SubjectKind.AssistanceType or SubjectKind.Audience => source.ReloadAsync(CancellationToken.None),
    };

    /// <inheritdoc cref="ShowAsync(Subject)"/>
    public Task ShowAsync(IReadOnlySet<Guid> organisations) => organisations.Count == 0 ? Task.CompletedTask : source.ReloadAsync(organisations, CancellationToken.None);
}
