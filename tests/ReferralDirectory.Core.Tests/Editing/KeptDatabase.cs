using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>What a database says at one moment, to be given back to it whatever was done to it since.</summary>
internal sealed class KeptDatabase : IDisposable
{
    private readonly EditingSite site;
    private readonly SqliteConnection? copy;
    private readonly string[] tables = [];

    public KeptDatabase(EditingSite site)
    {
        this.site = site;
        using var from = site.Tool();
        if (from is SqliteConnection file)
        {
            copy = new SqliteConnection("Data Source=:memory:");
            copy.Open();
            file.BackupDatabase(copy);
            return;
        }

        tables = Ask(from, "SELECT string_agg(quote_ident(tablename), ' ') FROM pg_tables WHERE schemaname = 'public'").Split(' ');
        Ask(from, string.Join(';', tables.Select(table => $"CREATE TABLE kept.{table} AS TABLE public.{table}").Prepend("DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept")));
    }

    public void GiveBack()
    {
        using var to = site.Tool();
        if (copy is not null)
        {
            copy.BackupDatabase((SqliteConnection)to);
            return;
        }

        Ask(to, string.Join(';', tables.Select(table => $"DELETE FROM public.{table}; INSERT INTO public.{table} TABLE kept.{table}")));
    }

    /// <summary>Whether a column says something else now.</summary>
    public bool IsOther(string table, string column)
    {
        using var now = site.Tool();
        var sql = $"SELECT group_concat(rowid || quote({column})) FROM {table} ORDER BY rowid";
        return Ask(now, sql) != Ask(copy!, sql);
    }

    public static string Ask(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    public void Dispose() => copy?.Dispose();
}
