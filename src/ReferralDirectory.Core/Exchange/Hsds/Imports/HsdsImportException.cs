using System.Collections.Immutable;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>A file in the standard's words cannot be imported.</summary>
/// <param name="fault">Why.</param>
/// <param name="choices">What there is to choose from; may be empty.</param>
public sealed class HsdsImportException(HsdsImportFault fault, params ImmutableArray<string> choices) : Exception(fault.ToString())
{
    /// <summary>Why.</summary>
    public HsdsImportFault Fault => fault;

    /// <summary>What there is to choose from; may be empty.</summary>
    public ImmutableArray<string> Choices => choices;
}
