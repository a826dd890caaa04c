using System.Globalization;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>How often something is done on purpose that should not happen.</summary>
internal static class FaultRounds
{
    /// <summary>The scripts in <c>tests/faults</c> set it.</summary>
    private const string Variable = "FAULT_ROUNDS";

    private const int Short = 3;

    public static readonly int Count = int.Parse(Environment.GetEnvironmentVariable(Variable) ?? $"{Short}", CultureInfo.InvariantCulture);
}
