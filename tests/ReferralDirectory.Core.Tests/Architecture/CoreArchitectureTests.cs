using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Tests.Architecture;

public sealed class CoreArchitectureTests
{
    private static readonly string[] ReferencesOfCore =
        [.. typeof(DirectoryDb).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)];

    [Fact]
    public void Core_KnowsNoHttp() =>
        Assert.DoesNotContain(ReferencesOfCore, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("System.Net.Http", StringComparison.Ordinal));

    [Fact]
    public void Core_KnowsNothingOfWeb() =>
        Assert.DoesNotContain(ReferencesOfCore, name => name.StartsWith("ReferralDirectory", StringComparison.Ordinal));

    [Theory]
    [InlineData("Domain")]
    [InlineData("Content", "Domain")]
    [InlineData("Data", "Domain", "Content")]
    [InlineData("Accounts", "Domain", "Data")]
    [InlineData("Published", "Domain", "Data")]
    [InlineData("Search", "Domain", "Data", "Published")]
    [InlineData("Editing", "Domain", "Content", "Data")]
    [InlineData("Exchange", "Domain", "Data", "Accounts", "Editing", "Published", "Search")]
    [InlineData("Translations", "Domain", "Published", "Editing")]
    public void PartOfCore_UsesOnlyThePartsBelowIt(string part, params string[] below)
    {
        var uses = OurCode.Uses.Where(pair => OurCode.PartOf(pair.User, OurCode.CoreRoot) == part).ToList();

        Assert.NotEmpty(uses);
        Assert.DoesNotContain(uses, pair => OurCode.PartOf(pair.Used, OurCode.CoreRoot) is not { } used || (used != part && !below.Contains(used)));
    }

    [Fact]
    public void Core_HasNoPartWithoutARule() =>
        Assert.Equal(
            ["Accounts", "Content", "Data", "Domain", "Editing", "Exchange", "Published", "Search", "Translations"],
            OurCode.Uses.Select(pair => OurCode.PartOf(pair.User, OurCode.CoreRoot)).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    /// <summary>
    /// Editing writes, and the first loading of the content; of the web, what keeps accounts. Imports stage files in tables of their own. Whatever
    /// else opens the database only reads it.
    /// </summary>
    [Fact]
    public void Database_IsWrittenByEditingTheFirstLoadAndAccountsAlone()
    {
        var writers = OurCode.Calls
            .Where(call => call.Method is "SaveChanges" or "SaveChangesAsync" or "ExecuteUpdate" or "ExecuteUpdateAsync" or "ExecuteDelete" or "ExecuteDeleteAsync")
            .Select(call => call.Caller).Distinct().ToList();

        Assert.Contains(writers, writer => writer.StartsWith($"{OurCode.CoreRoot}.Editing.", StringComparison.Ordinal));
        Assert.All(writers, writer => Assert.Matches(@"^ReferralDirectory\.(Core\.(Editing\.|Exchange\.Imports\.|Data\.DatabaseStartup\b)|Web\.Infrastructure\.Staff\.)", writer));
    }
}
