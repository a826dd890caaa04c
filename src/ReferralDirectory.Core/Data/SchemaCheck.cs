using System.Data.Common;

namespace ReferralDirectory.Core.Data;

/// <summary>Looks whether there is anything to do at a start, without EF Core, whose model takes longer than all else at a start.</summary>
internal static class SchemaCheck
{
    /// <summary>True where the database has every migration of this program, no other, and a country. It is only read.</summary>
    /// <exception cref="DbException">It is not a database.</exception>
    public static bool IsReady(DbConnection connection, DatabasePlace place, KnownMigrations known)
    {
        using var command = connection.CreateCommand();
        if (!HasTables(command, place))
        {
            return false;
        }

        return Applied(command).SetEquals(known.Ids) && HasCountry(command);
    }

    /// <summary>True where it holds a directory; it must have the table.</summary>
    public static bool HasCountry(DbCommand command)
    {
        command.CommandText = "SELECT COUNT(*) FROM \"Countries\"";
        return command.ExecuteScalar() is > 0L;
    }

    /// <summary>The names of its tables.</summary>
    public static HashSet<string> Names(DbCommand command, DatabasePlace place)
    {
#pragma warning disable CA2100 // A statement of the program's.
        command.CommandText = place.Tables;
#pragma warning restore CA2100
        return Texts(command);
    }

    /// <summary>True where a start of this program made it.</summary>
    public static bool HasTables(DbCommand command, DatabasePlace place)
    {
#pragma warning disable CA2100 // A statement of the program's.
        command.CommandText = $"SELECT COUNT(*) FROM ({place.Tables}) AS names WHERE \"Value\" IN ('__EFMigrationsHistory', 'Countries')";
#pragma warning restore CA2100
        return command.ExecuteScalar() is 2L;
    }

    /// <summary>The migrations it has.</summary>
    public static HashSet<string> Applied(DbCommand command)
    {
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        return Texts(command);
    }

    private static HashSet<string> Texts(DbCommand command)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
