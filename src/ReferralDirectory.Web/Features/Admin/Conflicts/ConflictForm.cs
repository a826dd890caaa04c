using ReferralDirectory.Core.Editing.Differences;

namespace ReferralDirectory.Web.Features.Admin.Conflicts;

/// <summary>How the choices of a conflict are posted: the path of the field behind a prefix.</summary>
public static class ConflictForm
{
    private const string Prefix = "choice.";

    public static string NameOf(string path) => Prefix + path;

    /// <summary>Those that were made; others were not offered and are left out.</summary>
    public static Dictionary<string, MergeChoice> Choices(IFormCollection form) => form.Keys
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && Enum.TryParse<MergeChoice>(form[name], out var choice) && Enum.IsDefined(choice))
        .ToDictionary(name => name[Prefix.Length..], name => Enum.Parse<MergeChoice>(form[name]!), StringComparer.Ordinal);
}
