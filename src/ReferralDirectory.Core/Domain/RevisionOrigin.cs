namespace ReferralDirectory.Core.Domain;

/// <summary>Where the content of a <see cref="Revision"/> came from.</summary>
public enum RevisionOrigin
{
    /// <summary>The entry as it stood before it was first edited here.</summary>
    Loaded,

    /// <summary>A form.</summary>
    Edit,

    /// <summary>An earlier revision.</summary>
    Restore,

    /// <summary>A file.</summary>
    Import,

    /// <summary>A reader's suggestion.</summary>
    Suggestion,
}
