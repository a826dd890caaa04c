using System.Collections.Immutable;

namespace ReferralDirectory.Core.Content;

/// <summary>The content files cannot be loaded; says every reason at once.</summary>
public sealed class ContentFaultException(IEnumerable<ContentFault> faults)
    : Exception("The content files have faults.")
{
    /// <summary>Every fault, by file and line.</summary>
    public ImmutableArray<ContentFault> Faults { get; } =
        [.. faults.Distinct().OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)];
}
