using System.CommandLine;
using System.Globalization;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Web.Features.Admin.Imports;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Commands;

/// <summary><c>import FILE</c>: says what a file would change; with <c>--propose</c> hands that in, for a reviewer to decide.</summary>
internal static class ImportCommand
{
    private const string Propose = "--propose";

    public static Command Create(string[] args)
    {
        var file = new Argument<string>("FILE") { Description = "A table or a list that was exported." };
        var propose = new Option<bool>(Propose) { Description = "Hand the changes in. Without it nothing is changed." };
        var command = new Command(CommandWords.Import, "Say what a file of organisations would change. Exit code 1 where something must be mended.") { TreatUnmatchedTokensAsErrors = false };
        command.Arguments.Add(file);
        command.Options.Add(propose);
        command.SetAction((parsed, cancellationToken) => ImportAsync(parsed.GetValue(file)!, parsed.GetValue(propose), [.. args.Skip(2).Where(argument => argument != Propose)], cancellationToken));
        return command;
    }

    private static async Task<int> ImportAsync(string path, bool propose, string[] settings, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        await using var app = SiteHost.BuildServices(settings);
        await app.Services.GetRequiredService<DatabaseStartup>().RunAsync(cancellationToken);
        var (desk, archive, worker) = (app.Services.GetRequiredService<ImportDesk>(), app.Services.GetRequiredService<ImportArchive>(), app.Services.GetRequiredService<ImportWorker>());
        Guid? started;
        try
        {
            await using var stream = File.OpenRead(path);
            started = await desk.StartAsync(null, stream, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"'{path}' cannot be read: {problem.Message}");
            return 1;
        }

        if (started is not { } id)
        {
            Console.Error.WriteLine($"'{path}' has more than {Import.MaxBytes / 1024 / 1024} MB.");
            return 1;
        }

        await worker.SettleAsync();
        var isWhole = await TellAsync(archive, id, cancellationToken);
        if (propose && await desk.ProposeAsync(null, id, cancellationToken))
        {
            await worker.SettleAsync();
            Console.WriteLine(new Texts()["Admin.Imports.State.Proposed", "", "", (await archive.FindAsync(null, id, cancellationToken))!.Outcomes.GetValueOrDefault(ImportOutcome.Proposed)]);
        }
        else
        {
            await desk.CancelAsync(null, id, cancellationToken);
        }

        return isWhole ? 0 : 1;
    }

    private static async Task<bool> TellAsync(ImportArchive archive, Guid id, CancellationToken cancellationToken)
    {
        var texts = new Texts();
        var import = (await archive.FindAsync(null, id, cancellationToken))!;
        if (import.Fault is { } fault)
        {
            Console.Error.WriteLine($"{texts["Admin.Imports.Row", import.FaultRow]}: {texts[$"Admin.Imports.File.{fault}", import.FaultDetail]}");
            return false;
        }

        foreach (var kind in Enum.GetValues<ImportItemKind>())
        {
            Console.WriteLine(texts[$"Admin.Imports.Count.{kind}", import.Kinds.GetValueOrDefault(kind)]);
        }

        foreach (var line in await archive.LinesAsync(null, id, [ImportItemKind.Faulty], 0, Import.MaxOrganisations, cancellationToken))
        {
            foreach (var problem in ImportLineView.From(line, null, texts).Faults)
            {
                Console.Error.WriteLine($"{line.Name}: {problem}");
            }
        }

        return !import.Kinds.ContainsKey(ImportItemKind.Faulty);
    }
}
