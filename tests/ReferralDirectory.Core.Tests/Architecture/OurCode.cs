using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Web;

namespace ReferralDirectory.Core.Tests.Architecture;

/// <summary>The compiled source projects, and who in them uses whom.</summary>
internal static class OurCode
{
    public const string CoreRoot = "ReferralDirectory.Core";
    public const string FeaturesRoot = "ReferralDirectory.Web.Features";

    // The compiler of views gives each a class named after its path, in a namespace of its own.
    private const string ViewsRoot = "AspNetCoreGeneratedDocument.Features_";

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Code = new(() =>
        new ArchLoader().LoadAssemblies(typeof(DirectoryDb).Assembly, typeof(SiteHost).Assembly).Build());

    /// <summary>Every pair of types of ours where the first uses the second.</summary>
    public static IEnumerable<(string User, string Used)> Uses =>
        from type in Code.Value.Types
        from used in type.Dependencies.Select(dependency => dependency.Target.FullName).Distinct()
        where IsOurs(type.FullName) && IsOurs(used)
        select (type.FullName, used);

    /// <summary>Every method that a type of ours calls, by name; what the compiler makes of an asynchronous method counts as its type.</summary>
    public static IEnumerable<(string Caller, string Method)> Calls =>
        from type in Code.Value.Types
        where IsOurs(type.FullName)
        from call in type.Dependencies.OfType<MethodCallDependency>()
        select (type.FullName, call.TargetMember.Name.Split('(')[0]);

    /// <summary>The part of the house below a root that a type lives in, e.g. "Domain"; null where it lives elsewhere.</summary>
    public static string? PartOf(string type, string root)
    {
        if (type.StartsWith($"{root}.", StringComparison.Ordinal))
        {
            return type[(root.Length + 1)..].Split('.')[0];
        }

        return root == FeaturesRoot && type.StartsWith(ViewsRoot, StringComparison.Ordinal)
            ? type[ViewsRoot.Length..].Split('_')[0]
            : null;
    }

    private static bool IsOurs(string type) =>
        type.StartsWith("ReferralDirectory.", StringComparison.Ordinal) || type.StartsWith(ViewsRoot, StringComparison.Ordinal);
}
