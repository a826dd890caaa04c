namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>How something differs from what the audit log says of it.</summary>
public enum ContentFault
{
    /// <summary>A stored revision is not what was handed in or published.</summary>
    RevisionChanged,

    /// <summary>A revision that was handed in or published is gone.</summary>
    RevisionGone,

    /// <summary>What the public sees is not what was last published.</summary>
    Changed,

    /// <summary>It is gone, or cannot be read any more.</summary>
    Gone,

    /// <summary>It is there, and nobody ever published it.</summary>
    Added,

    /// <summary>It was taken down and the public sees it, or the other way round.</summary>
    Visibility,

    /// <summary>Who has an account, what they may do, or whether they are shut out, was changed.</summary>
    Account,

    /// <summary>It was published by somebody who might not publish it then.</summary>
    Publisher,
}
