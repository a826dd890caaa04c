namespace ReferralDirectory.Core.Domain;

/// <summary>A piece of the file of an <see cref="Import"/>, kept until it was read.</summary>
public sealed class ImportPart
{
    /// <summary>Bytes of <see cref="Content"/>.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>Which import.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>Its place in the file, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Its bytes.</summary>
    public required byte[] Content { get; init; }
}
