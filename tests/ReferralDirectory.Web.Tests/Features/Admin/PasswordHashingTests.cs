using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>
/// A site that hashes passwords as often as it is delivered to; all others here save that time. Takes the time that hashing takes, so nothing else may
/// run meanwhile.
/// </summary>
[Trait("Database", "Either")]
[Collection(nameof(PasswordHashingTests))]
[CollectionDefinition(nameof(PasswordHashingTests), DisableParallelization = true)]
public sealed class PasswordHashingTests : IAsyncDisposable
{
    private readonly StaffSite site = new(hashesFast: false);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APassword_IsHashed_AsOftenAsAdvised()
    {
        await site.NewReviewerAsync("a@staff.example", Cancel);

        var hash = Convert.FromBase64String((await site.AskAsync(db => db.StaffMembers.Select(member => member.PasswordHash).SingleAsync(Cancel)))!);

        // Format 1, then the function (2: SHA-512) and how often it was used.
        Assert.Equal((1, 2u), (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1))));
        Assert.InRange(BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)), 210_000u, uint.MaxValue);
    }

    [Fact]
    public async Task AKnownAndAnUnknownName_GetTheSameAnswer_InTheSameTime()
    {
        var person = await site.NewReviewerAsync("known@staff.example", Cancel);
        var times = new Dictionary<string, List<double>> { [person.Email] = [], ["nobody@staff.example"] = [] };
        var texts = new HashSet<string>();
        var browser = site.NewVisitor(Cancel);
        for (var round = 0; round < 15; round++)
        {
            foreach (var (email, taken) in times)
            {
                site.Clock.Advance(SlowDown.LongestWait);
                var page = (await browser.GetAsync("/admin/sign-in")).Page;
                var started = Stopwatch.GetTimestamp();
                var answer = await browser.SubmitAsync(page, "/admin/sign-in", ("email", email), ("password", "not this one at all"));
                taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                Assert.Equal(HttpStatusCode.OK, answer.Status);
                texts.Add(answer.Page.QuerySelector(".errors").Words());
            }
        }

        Assert.Equal("Please check E-mail or password is wrong.", Assert.Single(texts));
        // The least of each: whatever else the machine does only adds.
        var (known, unknown) = (times[person.Email].Min(), times["nobody@staff.example"].Min());
        Console.WriteLine($"Measured: sign-in with a wrong password, least of 15: known name {known:F1} ms, unknown name {unknown:F1} ms");
        Assert.InRange(known / unknown, 0.7, 1.4);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
