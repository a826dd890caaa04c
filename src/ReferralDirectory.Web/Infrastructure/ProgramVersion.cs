using System.Reflection;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>The version of this program.</summary>
public static class ProgramVersion
{
    /// <summary>As the build was told.</summary>
    public static string Text => typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
