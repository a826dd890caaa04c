using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ReferralDirectory.Core.Exchange.Csv;

/// <summary>Reads organisations from a table, one after the other: the rows of one stand together.</summary>
internal static class CsvImport
{
    /// <param name="stream">The file; can be read from its start again.</param>
    /// <param name="languages">Of the site.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FileFaultException">It is no such table.</exception>
    public static async IAsyncEnumerable<OrganisationWire> ReadAsync(Stream stream, ImmutableArray<string> languages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var columns = CsvColumns.For(languages);
        CsvOrganisation? current = null;
        await foreach (var row in CsvTable.ReadAsync(stream, columns, cancellationToken))
        {
            // A row that does not say whose it is belongs to nobody: that it stands below another says nothing once a table was sorted.
            if (current is not null && !current.IsOf(row))
            {
                yield return current.Wire();
                current = null;
            }

            current ??= new CsvOrganisation(row, columns, languages);
            current.Add(row);
        }

        if (current is not null)
        {
            yield return current.Wire();
        }
    }
}
