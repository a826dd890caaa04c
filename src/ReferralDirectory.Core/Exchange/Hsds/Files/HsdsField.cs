namespace ReferralDirectory.Core.Exchange.Hsds.Files;

/// <summary>A column of a table, as Frictionless describes it.</summary>
/// <param name="Name">As in the standard.</param>
/// <param name="Type">What its cells are.</param>
/// <param name="Format">Which kind of string; null for any.</param>
/// <param name="IsRequired">True where no cell is empty.</param>
/// <param name="Choices">The only cells there may be; null for any.</param>
/// <param name="Of">The table whose identifiers stand in it; null where it refers to none.</param>
public sealed record HsdsField(string Name, string Type = "string", string? Format = null, bool IsRequired = false, string? Of = null, IReadOnlyList<string>? Choices = null);
