using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Tests.Infrastructure;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>Every endpoint is asked for what nobody would ask for: by strangers, and by members of staff who fill in its forms with nonsense.</summary>
public sealed class FuzzTests : IAsyncDisposable
{
    /// <summary>How many requests; <c>tests/faults/fuzz</c> sets it.</summary>
    private const string Requests = "TESTS_REQUESTS";

    /// <summary>Where chance begins: the same number asks the same, but for ids and times.</summary>
    private const string Seed = "TESTS_SEED";

    private const int AtOnce = 4;

    // After that many somebody new may come, signed in, where the one before signed out, or was shut out.
    private const int OfOnePerson = 40;

    // What only a program that writes its own errors into a page would say.
    private static readonly string[] Leaks = ["Exception", " at ReferralDirectory.", "Microsoft.", "System.", "SQLite Error", "Npgsql", "SELECT \"", "stack trace"];

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly StaffSite site = new();
    private readonly ConcurrentBag<string> faults = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhateverIsAsked_NoAnswerIsAnErrorOfTheProgram_AndNoneTellsOfItsInside()
    {
        var requests = int.Parse(Environment.GetEnvironmentVariable(Requests) ?? "2000", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable(Seed) ?? "20261126", CultureInfo.InvariantCulture);
        var nonsense = new Nonsense([
            .. PublicEndpoints.All(site.Site).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal)],
            await site.AskAsync(db => db.Organisations.OrderBy(found => found.Slug).Select(found => found.Id).ToListAsync(Cancel)));
        var statuses = new ConcurrentDictionary<int, int>();
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(person => AskAsync(new Random(seed + person), nonsense, person, requests / AtOnce, statuses)));

        Console.WriteLine($"Measured: {requests} requests of nonsense in {watch.Elapsed.TotalSeconds:F0} s, answered with {string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Key} {status.Value} times"))}.");
        Assert.True(faults.IsEmpty, $"Seed {seed}:\n{string.Join('\n', faults.Distinct().Take(20))}");
        Assert.True(statuses.GetValueOrDefault(200) > requests / 20, "Hardly anything was answered.");
        Assert.True(statuses.GetValueOrDefault(422) + statuses.GetValueOrDefault(303) > 0, "No form came as far as its rules.");
    }

    [Theory]
    [InlineData("/en/russian-federation/providers/found")]
    [InlineData("/admin/sign-in")]
    [InlineData("/api/hsds/v3/services")]
    public async Task AFormInACharacterSetThatNobodyReads_IsRefused(string address)
    {
        var content = new StringContent("q=+AGEA-");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=UTF-7");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await site.NewVisitor(Cancel).PostAsync(address, content)).Status);
    }

    [Fact]
    public async Task WhatSuchRunsFound_IsAnswered()
    {
        const string found = "/en/russian-federation/providers/found";
        var visitor = site.NewVisitor(Cancel);
        var unfinished = new StringContent("--x\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\nlaw");
        unfinished.Headers.Remove("Content-Type");
        unfinished.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/en/%2500/providers/maria")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/admin/invitation/%20")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/admin/answer/%20")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(found, unfinished)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.PostAsync(found, ("[[[", "x"))).Status);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task AskAsync(Random random, Nonsense nonsense, int person, int requests, ConcurrentDictionary<int, int> statuses)
    {
        Visitor? visitor = null;
        IElement? form = null;
        var isOut = true;
        for (var number = 0; number < requests; number++)
        {
            if (number % OfOnePerson == 0 && isOut)
            {
                visitor = person > 0 ? await SignedInAsync($"{person}-{number}@fuzz.example") : site.NewVisitor(Cancel);
                isOut = false;
            }

            using var request = form is not null && random.Next(2) == 0 ? nonsense.Form(random, form) : nonsense.Request(random);
            // Otherwise a connection that the server is about to close, after a body that it does not want, may be used again.
            request.Headers.ConnectionClose = true;
            var said = $"{request.Method} {request.RequestUri}";
            var watch = Stopwatch.StartNew();
            Answer answer;
            try
            {
                answer = await visitor!.SendAsync(request).WaitAsync(Longest, Cancel);
            }
            catch (Exception problem) when (problem is HttpRequestException or TimeoutException)
            {
                faults.Add($"{said}: {problem.GetType().Name} {problem.Message} {problem.InnerException?.Message} after {watch.Elapsed.TotalSeconds:F1} s");
                continue;
            }

            isOut |= answer.Location?.StartsWith("/admin/sign-in", StringComparison.Ordinal) == true;
            statuses.AddOrUpdate((int)answer.Status, 1, (_, count) => count + 1);
            // A machine as busy as this may be found too slow for readers.
            if ((int)answer.Status >= 500 && !(answer.Status == HttpStatusCode.ServiceUnavailable && said.Contains(" /health/ready", StringComparison.Ordinal)))
            {
                faults.Add($"{said}: {(int)answer.Status}");
            }
            else if (Array.Find(Leaks, leak => answer.Text.Contains(leak, StringComparison.Ordinal)) is { } leak)
            {
                faults.Add($"{said}: says '{leak}'");
            }

            // Signing out is in every page's header: who pressed it as often as all else would never get far.
            var forms = answer.Page.QuerySelectorAll(random.Next(50) == 0 ? "form[method=post]" : "main form[method=post]");
            form = forms.Length > 0 ? forms[random.Next(forms.Length)] : null;
        }
    }

    private async Task<Visitor> SignedInAsync(string email)
    {
        var country = await site.AskAsync(db => db.Countries.Select(found => found.Id).FirstAsync(Cancel));
        return (await site.NewPersonAsync(email, Cancel, new StaffGrant { Role = StaffRole.Administrator }, new StaffGrant { Role = StaffRole.Reviewer, CountryId = country })).Browser;
    }
}
