namespace ReferralDirectory.Core.Published;

/// <summary>Which organisations are read: all, or some.</summary>
internal sealed class Chosen
{
    /// <summary>So many ids fit into a statement of every database product; above, reading all is no dearer.</summary>
    public const int Most = 500;

    private readonly string ids;

    private Chosen(IReadOnlyList<Guid> parameters)
    {
        Parameters = parameters;
        ids = string.Join(", ", Enumerable.Range(0, parameters.Count).Select(NameOf));
    }

    public static Chosen All { get; } = new([]);

    /// <summary>Ids to bind; empty for all organisations.</summary>
    public IReadOnlyList<Guid> Parameters { get; }

    /// <param name="organisations">At least one and at most <see cref="Most"/>.</param>
    public static Chosen Only(IReadOnlyList<Guid> organisations) => new(organisations);

    public static string NameOf(int parameter) => FormattableString.Invariant($"@organisation{parameter}");

    /// <summary>For a table that names the organisation itself.</summary>
    /// <param name="column">The column that has its id.</param>
    public string Where(string column) => this == All ? "" : $"""WHERE "{column}" IN ({ids})""";

    /// <summary>For a table that names something of the organisation.</summary>
    /// <param name="column">The column that has the id of that.</param>
    /// <param name="table">Where that is, with its OrganisationId.</param>
    public string WhereOwner(string column, string table) => this == All ? "" : $"""WHERE "{column}" IN (SELECT "Id" FROM "{table}" {Where("OrganisationId")})""";
}
