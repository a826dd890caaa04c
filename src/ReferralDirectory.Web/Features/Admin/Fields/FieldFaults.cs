using System.Globalization;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>Faults of a draft, in words, by the path of their field.</summary>
public sealed class FieldFaults(IEnumerable<DraftFault> faults, Texts texts)
{
    private readonly IReadOnlyList<DraftFault> faults = [.. faults];

    public bool Any => faults.Count > 0;

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public string? this[string path] => faults.FirstOrDefault(fault => fault.Path == path) is { } fault ? TextOf(fault, texts) : null;

    /// <summary>The same for whatever stands at a place or below it.</summary>
    public string? Below(string path) =>
        faults.FirstOrDefault(fault => IsAtOrBelow(fault.Path, path)) is { } fault ? TextOf(fault, texts) : null;

    public bool AnyBelow(params IEnumerable<string> paths) => paths.Any(path => faults.Any(fault => IsAtOrBelow(fault.Path, path)));

    public static bool IsAtOrBelow(string path, string place) =>
        path.StartsWith(place, StringComparison.Ordinal) && (path.Length == place.Length || path[place.Length] is '[' or '.');

    public static string TextOf(DraftFault fault, Texts texts) =>
        texts[$"Admin.Fault.{fault.Reason}", (fault.Limit ?? 0).ToString(CultureInfo.CurrentCulture)];
}
