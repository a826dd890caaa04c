using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Exchange;

namespace ReferralDirectory.Web.Commands;

/// <summary><c>export FILE</c>: writes every public entry to a table, or, where its name ends so, to a list in JSON.</summary>
internal static class ExportCommand
{
    private const string OfList = ".json";

    public static Command Create(string[] args)
    {
        var file = new Argument<string>("FILE") { Description = "Where: a table with commas (CSV), or JSON where the name ends with .json. It must not exist yet." };
        var command = new Command(CommandWords.Export, "Write the public entries of organisations to a file that can be imported.") { TreatUnmatchedTokensAsErrors = false };
        command.Arguments.Add(file);
        command.SetAction((parsed, cancellationToken) => WriteAsync(parsed.GetValue(file)!, args.Length > 2 ? args[2..] : [], cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(string path, string[] settings, CancellationToken cancellationToken)
    {
        await using var app = SiteHost.BuildServices(settings);
        await app.Services.GetRequiredService<DatabaseStartup>().RunAsync(cancellationToken);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(cancellationToken);
        var actor = Actor.Program(await db.Countries.Select(country => country.Id).ToListAsync(cancellationToken));
        var export = app.Services.GetRequiredService<OrganisationExport>();
        try
        {
            await using var stream = new FileStream(path, FileMode.CreateNew);
            await (path.EndsWith(OfList, StringComparison.OrdinalIgnoreCase)
                ? export.WriteListAsync(actor, stream, cancellationToken)
                : export.WriteTableAsync(actor, ',', stream, cancellationToken));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"'{path}' cannot be written: {problem.Message}");
            return 1;
        }

        Console.WriteLine("The entries are written.");
        return 0;
    }
}
