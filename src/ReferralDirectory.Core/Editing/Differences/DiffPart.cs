namespace ReferralDirectory.Core.Editing.Differences;

/// <summary>A run of words of a text that was changed. All parts in order, without those added, are the text before.</summary>
/// <param name="Kind">On which side it stands.</param>
/// <param name="Text">The words, with the white space around them.</param>
public sealed record DiffPart(DiffPartKind Kind, string Text);
