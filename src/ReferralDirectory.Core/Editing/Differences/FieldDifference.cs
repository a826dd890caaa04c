using System.Collections.Immutable;

namespace ReferralDirectory.Core.Editing.Differences;

/// <summary>One field in which two drafts differ.</summary>
/// <param name="Path">Which field, e.g. <c>Services[id].Description[en]</c>.</param>
/// <param name="Label">The path without ids and languages, e.g. <c>Services.Description</c>: for the key of a text.</param>
/// <param name="Language">For a text: its language.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">One line for each item of a list; empty where there was nothing. Terms and sources stand as ids.</param>
/// <param name="After">Likewise.</param>
/// <param name="Words">For a text that changed: its words, marked. Otherwise empty.</param>
public sealed record FieldDifference(
    string Path,
    string Label,
    string? Language,
    DifferenceKind Kind,
    ImmutableArray<string> Before,
    ImmutableArray<string> After,
    ImmutableArray<DiffPart> Words);
