using Npgsql;

namespace ReferralDirectory.Core.Data;

/// <summary>Where the PostgreSQL database is.</summary>
/// <param name="ConnectionString">As Npgsql reads it.</param>
public sealed record DatabaseServer(string ConnectionString)
{
    /// <summary>True for one that names at least a server and a database. Whether they are there is not asked.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0, Database.Length: > 0 };
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
