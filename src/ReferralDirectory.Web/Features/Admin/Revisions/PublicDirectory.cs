using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>Lets the public see what was published.</summary>
public sealed class PublicDirectory(PublishedDirectorySource source, RevisionArchive archive)
{
    /// <summary>Returns when every new request sees it. Not ended by whoever asked: it was published already.</summary>
    /// <exception cref="NotShownYetException">It could not be read. That is tried again each minute.</exception>
    public Task ShowAsync(Subject subject) => subject.Kind switch
    {
        SubjectKind.Organisation => ShowAsync(new HashSet<Guid> { subject.Id }),
        SubjectKind.StepText or SubjectKind.AssistanceType or SubjectKind.Audience => TryAsync(source.ReloadAsync(CancellationToken.None)),
    };

    /// <summary>Returns when the organisation is gone from all that the public sees, whatever else is being read.</summary>
    /// <inheritdoc cref="ShowAsync(Subject)" path="/exception"/>
    public Task HideAsync(Guid organisation) => TryAsync(source.TakeOutAsync(organisation, CancellationToken.None));

    /// <inheritdoc cref="ShowAsync(Subject)"/>
    public Task ShowAsync(IReadOnlySet<Guid> organisations) => organisations.Count == 0 ? Task.CompletedTask : TryAsync(source.ReloadAsync(organisations, CancellationToken.None));

    /// <summary>
    /// The same after an attempt to publish a revision, where it is published by now: whoever asks again after an error may have been let
    /// down by this very step.
    /// </summary>
    /// <exception cref="NotShownYetException">It could not be read. That is tried again each minute.</exception>
    public async Task ShowAsync(EditResult result, Actor actor, Guid revision)
    {
        Subject? subject = result switch
        {
            EditResult.Done { Revision: { } published } => published.Subject,
            EditResult.WrongState { State: RevisionState.Published } => (await archive.FindAsync(actor, revision, CancellationToken.None))?.Summary.Subject,
            _ => null,
        };
        if (subject is { } changed)
        {
            await ShowAsync(changed);
        }
    }

    private static async Task TryAsync(Task reading)
    {
        try
        {
            await reading;
        }
        catch (Exception problem)
        {
            throw new NotShownYetException(problem);
        }
    }
}
