using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ReferralDirectory.Core.Data.Moving;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Commands;

/// <summary>
/// <c>move-database</c>: copies the configured database to the one that the settings under <c>Target</c> name, and proves that both say the same. With
/// <c>--compare</c> it only compares.
/// </summary>
internal static class MoveDatabaseCommand
{
    public static Command Create()
    {
        var compare = new Option<bool>("--compare") { Description = "Copy nothing: compare the database with the target as they are now." };
        var command = new Command(CommandWords.MoveDatabase, "Copy the database to another (Target:Provider, Target:Path, Target:ConnectionString), from SQLite to PostgreSQL or back. The site must be stopped.") { TreatUnmatchedTokensAsErrors = false };
        command.Options.Add(compare);
        command.SetAction((parsed, cancellationToken) => MoveAsync(parsed.GetValue(compare), [.. parsed.UnmatchedTokens], cancellationToken));
        return command;
    }

    private static async Task<int> MoveAsync(bool comparesOnly, string[] settings, CancellationToken cancellationToken)
    {
        await using var app = SiteHost.BuildServices(settings);
        var move = app.Services.GetRequiredService<DatabaseMove>();
        using var target = TargetOptions.Read(app.Configuration, app.Environment.ContentRootPath).Open();
        var proofs = comparesOnly ? move.Compare(target, cancellationToken) : move.Move(target, cancellationToken);
        Write(proofs);
        var different = proofs.Where(proof => !proof.IsEqual).Select(proof => proof.Table).ToList();
        if (different.Count > 0)
        {
            Console.Error.WriteLine($"The databases differ in {string.Join(", ", different)}. {(comparesOnly ? "Move the database again, to an empty target." : "The target was left empty; run 'audit verify', then move again.")}");
            return 1;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{proofs.Length} tables, {proofs.Sum(proof => proof.Source.Rows)} rows: both databases say the same."));
        if (!comparesOnly)
        {
            Console.WriteLine("Set Database:Provider and its place to the target, run 'audit verify', and start the site. The old database is as it was.");
        }

        return 0;
    }

    private static void Write(ImmutableArray<TableProof> proofs)
    {
        var width = proofs.Max(proof => proof.Table.Length);
        foreach (var proof in proofs)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{proof.Table.PadRight(width)} {proof.Source.Rows,9}  {proof.Source.Hash}{(proof.IsEqual ? "" : $"  DIFFERS: {proof.Target.Rows}  {proof.Target.Hash}")}"));
        }
    }
}
