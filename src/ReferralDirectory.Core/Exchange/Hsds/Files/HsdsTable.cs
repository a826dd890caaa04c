using System.Text.Json;

namespace ReferralDirectory.Core.Exchange.Hsds.Files;

/// <summary>A table of the standard's data package.</summary>
/// <param name="Name">As in the standard.</param>
/// <param name="Path">The name of its file.</param>
/// <param name="Fields">Its columns.</param>
/// <param name="Rows">Its records as JSON; a column is the property of its name.</param>
public sealed record HsdsTable(string Name, string Path, IReadOnlyList<HsdsField> Fields, Func<HsdsDirectory, HsdsMapping, IEnumerable<JsonElement>> Rows);
