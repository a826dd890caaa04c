using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>Every table of the model: what is moved is read from it and listed nowhere, so that no table can be forgotten.</summary>
internal static class MovedTables
{
    /// <summary>All, those first that others refer to.</summary>
    /// <exception cref="NotSupportedException">The model has what cannot be moved yet; a test would have failed.</exception>
    public static ImmutableArray<MovedTable> All()
    {
        // By the types of PostgreSQL, which tell apart what is all text on SQLite.
        using var db = new PostgresDirectoryDb(new DbContextOptionsBuilder<PostgresDirectoryDb>().UseNpgsql("Host=nowhere").Options);
        var left = db.Model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var tables = ImmutableArray.CreateBuilder<MovedTable>();
        while (left.Count > 0)
        {
            var next = left.Find(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || !left.Contains(key.PrincipalTable)))
                ?? throw new NotSupportedException($"These tables refer to each other in a circle: {string.Join(", ", left.Select(table => table.Name))}.");
            tables.Add(Table(next));
            left.Remove(next);
        }

        return tables.ToImmutable();
    }

    private static MovedTable Table(ITable table) => new(
        table.Name,
        [.. table.Columns.Select(column => new MovedColumn(column.Name, KindOf(column), BytesInside(column)))],
        [.. (table.PrimaryKey ?? throw new NotSupportedException($"{table.Name} has no key.")).Columns.Select(column => column.Name)]);

    private static ImmutableArray<string> BytesInside(IColumn column)
    {
        var documents = column.Table.EntityTypeMappings.Select(mapping => mapping.TypeBase).OfType<IEntityType>().Where(type => type.IsMappedToJson() && type.GetContainerColumnName() == column.Name).ToList();
        return documents.SelectMany(type => type.GetNavigations()).Any(inner => inner.TargetEntityType.IsMappedToJson() && !documents.Contains(inner.TargetEntityType))
            ? throw new NotSupportedException($"{column.Table.Name}.{column.Name} holds documents in documents, of which it is not said how they are moved.")
            : [.. documents.SelectMany(type => type.GetProperties()).Where(property => property.ClrType == typeof(byte[])).Select(property => property.GetJsonPropertyName()).OfType<string>()];
    }

    private static ColumnKind KindOf(IColumn column) => column.StoreType switch
    {
        "text" => ColumnKind.Text,
        var text when text.StartsWith("character varying", StringComparison.Ordinal) => ColumnKind.Text,
        "jsonb" => ColumnKind.Json,
        "uuid" => ColumnKind.Id,
        "boolean" => ColumnKind.Flag,
        "integer" => ColumnKind.Number,
        "bigint" => ColumnKind.LongNumber,
        "date" => ColumnKind.Day,
        "bytea" => ColumnKind.Bytes,
        var other => throw new NotSupportedException($"{column.Table.Name}.{column.Name} is of type {other}, of which it is not said how it is moved."),
    };
}
