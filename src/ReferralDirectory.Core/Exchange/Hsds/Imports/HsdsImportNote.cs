using System.Collections.Immutable;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>Something of a file that is not taken over.</summary>
/// <param name="Number">The organisation's place in the file, from 1; 0 for what is of none in it.</param>
/// <param name="Name">Its name, or else that of the service, in the file, cut and without control characters, as <paramref name="Detail"/>; empty for what is of the whole file.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">What stands there; may be empty.</param>
public sealed record HsdsImportNote(int Number, string Name, HsdsImportNoteReason Reason, string Detail)
{
    /// <summary>Characters of <see cref="Detail"/> at most: whoever decides must be able to read a warning to its end.</summary>
    public const int DetailMaxLength = 300;

    private static readonly ImmutableArray<string> Unstored = ["addresses.", "locations.", "contacts."];

    /// <summary>False for what must not be kept here, however good it is to know for whoever imports: where a shelter is, and who works there.</summary>
    public bool MayBeStored => Reason != HsdsImportNoteReason.Street && !(Reason == HsdsImportNoteReason.NoField && Unstored.Any(path => Detail.StartsWith(path, StringComparison.Ordinal)));
}
