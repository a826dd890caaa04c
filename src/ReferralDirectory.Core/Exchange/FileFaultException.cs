using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange;

/// <summary>The file as a whole cannot be read.</summary>
/// <param name="fault">Why.</param>
/// <param name="row">Where, from 1; 0 where it is in no row.</param>
/// <param name="detail">What stands there; may be empty.</param>
internal sealed class FileFaultException(ImportFileFault fault, int row = 0, string detail = "") : Exception(fault.ToString())
{
    public ImportFileFault Fault => fault;

    public int Row => row;

    public string Detail { get; } = ImportFault.Cut(detail);
}
