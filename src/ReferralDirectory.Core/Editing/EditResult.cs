using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;

namespace ReferralDirectory.Core.Editing;

/// <summary>How an operation ended. Anything but <see cref="Done"/> changed nothing.</summary>
public abstract record EditResult
{
    private EditResult()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Revision">As it stands now; null where an entry was taken down.</param>
    /// <param name="Faults">For a draft that was saved: what must still be changed before it can be submitted.</param>
    public sealed record Done(RevisionSummary? Revision, ImmutableArray<DraftFault> Faults) : EditResult;

    /// <summary>There is no such thing, or the actor may not know that there is: answer as for an address that does not exist.</summary>
    public sealed record NotFound : EditResult;

    /// <summary>The actor may see it, but not do this with it.</summary>
    public sealed record NotAllowed : EditResult;

    /// <summary>The revision is past that.</summary>
    /// <param name="State">What it is.</param>
    public sealed record WrongState(RevisionState State) : EditResult;

    /// <summary>Fields must be changed first.</summary>
    /// <param name="Faults">At least one.</param>
    public sealed record Faulty(ImmutableArray<DraftFault> Faults) : EditResult;

    /// <summary>The revision says what is published already.</summary>
    public sealed record NothingChanged : EditResult;

    /// <summary>Something earlier of the same author and subject waits for review; two in a row would hide each other.</summary>
    /// <param name="Earlier">What waits: to be taken back, or decided first.</param>
    public sealed record AlreadyWaiting(RevisionSummary Earlier) : EditResult;

    /// <summary>The author has as much waiting for review as one may have.</summary>
    /// <param name="Limit">So many.</param>
    public sealed record TooManyWaiting(int Limit) : EditResult;

    /// <summary>The author has as many drafts as one may have: some must be handed in or given up first.</summary>
    /// <param name="Limit">So many.</param>
    public sealed record TooManyDrafts(int Limit) : EditResult;

    /// <summary>The revision was saved or decided meanwhile, in another window or by somebody else.</summary>
    /// <param name="Now">As it stands now.</param>
    /// <param name="Stored">What it says now.</param>
    public sealed record Overtaken(RevisionSummary Now, SubjectDraft Stored) : EditResult;

    /// <summary>Its subject was published by somebody else meanwhile: see <see cref="RestoreDesk.RebaseAsync"/>.</summary>
    /// <param name="Details">Both sides.</param>
    public sealed record Conflict(DraftConflict Details) : EditResult;

    /// <summary>The actor wrote some of it, and it needs somebody who did not.</summary>
    /// <param name="Reasons">At least one.</param>
    public sealed record NeedsSecondPerson(ImmutableArray<SecondPersonReason> Reasons) : EditResult;
}
