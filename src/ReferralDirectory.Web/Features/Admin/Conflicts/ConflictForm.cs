using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;

namespace ReferralDirectory.Web.Features.Admin.Conflicts;

/// <summary>How the choices of a conflict are posted: the path of the field behind a prefix.</summary>
public static class ConflictForm
{
    /// <summary>The version of the draft.</summary>
    public const string Version = "version";

    /// <summary>The publication that the choices were made against.</summary>
    public const string Theirs = "theirs";

    private const string Prefix = "choice.";

    public static string NameOf(string path) => Prefix + path;

    /// <summary>Those that were made; others were not offered and are left out.</summary>
    public static Dictionary<string, MergeChoice> Choices(PostedForm form) => form.Names
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && Enum.TryParse<MergeChoice>(form.Text(name), out var choice) && Enum.IsDefined(choice))
        .ToDictionary(name => name[Prefix.Length..], name => Enum.Parse<MergeChoice>(form.Text(name)), StringComparer.Ordinal);
}
