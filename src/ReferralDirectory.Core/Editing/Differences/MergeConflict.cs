using System.Collections.Immutable;

namespace ReferralDirectory.Core.Editing.Differences;

/// <summary>A field that was changed on both sides, differently.</summary>
/// <param name="Path">As in <see cref="FieldDifference"/>; the key of a choice.</param>
/// <param name="Label">The path without ids and languages.</param>
/// <param name="Base">What the author started from; lines as in <see cref="FieldDifference"/>.</param>
/// <param name="Theirs">What is published now.</param>
/// <param name="Mine">What the revision says.</param>
public sealed record MergeConflict(string Path, string Label, ImmutableArray<string> Base, ImmutableArray<string> Theirs, ImmutableArray<string> Mine);
