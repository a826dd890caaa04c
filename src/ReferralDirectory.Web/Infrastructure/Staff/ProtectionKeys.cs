using System.Data.Common;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Keeps the keys of data protection in the site's database, so that a backup holds them. By SQL: the framework's own store for EF Core
/// would have Core refer to ASP.NET.
/// </summary>
internal sealed class ProtectionKeys(DbDataSource database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Xml\" FROM \"ProtectionKeys\"";
        using var rows = command.ExecuteReader();
        List<XElement> keys = [];
        while (rows.Read())
        {
            keys.Add(XElement.Parse(rows.GetString(0)));
        }

        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO \"ProtectionKeys\" (\"Name\", \"Xml\") VALUES (@name, @xml)";
        Add("@name", friendlyName);
        Add("@xml", element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();

        void Add(string name, string value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
