namespace ReferralDirectory.Core.Domain;

/// <summary>A key that cookies and forms of the admin area are protected with: in the database, so that it is backed up with it.</summary>
public sealed class ProtectionKey
{
    /// <summary>Assigned by the database.</summary>
    public int Id { get; init; }

    /// <summary>For people.</summary>
    public required string Name { get; init; }

    /// <summary>As the framework writes it.</summary>
    public required string Xml { get; init; }
}
