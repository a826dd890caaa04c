using System.Net;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>Reads what goes to the console, so nothing else may run meanwhile.</summary>
[Collection(nameof(ExceptionLogTests))]
[CollectionDefinition(nameof(ExceptionLogTests), DisableParallelization = true)]
public sealed class ExceptionLogTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnException_IsLoggedWithoutItsMessage_AndShownWithoutAnything()
    {
        using var output = new StringWriter();
        var console = Console.Out;
        Console.SetOut(output);
        try
        {
            await using var failing = new TestSite(services: FaultController.Add).Start();
            using var response = await failing.Client.GetAsync("/test/fault", Cancel);
            var body = await response.Content.ReadAsStringAsync(Cancel);

            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.DoesNotContain(FaultController.Canary, body, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Contains("InvalidOperationException", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("FaultController.Fault", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(FaultController.Canary, output.ToString(), StringComparison.Ordinal);
    }
}
