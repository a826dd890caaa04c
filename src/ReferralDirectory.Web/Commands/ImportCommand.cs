using System.CommandLine;
using System.Globalization;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Web.Features.Admin.Imports;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Commands;

/// <summary>
/// <c>import FILE</c>: says what a file would change; with <c>--by EMAIL</c> a member of staff hands that in, for another to decide. Somebody
/// has to: what nobody proposed could be approved by whoever ran the command.
/// </summary>
internal static class ImportCommand
{
    private const string By = "--by";

    public static Command Create(string[] args)
    {
        var file = new Argument<string>("FILE") { Description = "A table or a list that was exported." };
        var by = new Option<string?>(By) { Description = "E-mail of the member of staff who hands the changes in. Without it nothing is changed." };
        var command = new Command(CommandWords.Import, "Say what a file of organisations would change. Exit code 1 where something must be mended.") { TreatUnmatchedTokensAsErrors = false };
        command.Arguments.Add(file);
        command.Options.Add(by);
        command.SetAction((parsed, cancellationToken) => ImportAsync(parsed.GetValue(file)!, parsed.GetValue(by), Settings(args), cancellationToken));
        return command;
    }

    private static string[] Settings(string[] args)
    {
        var by = Array.IndexOf(args, By);
        return [.. args.Where((_, index) => index > 1 && (by < 0 || (index != by && index != by + 1)))];
    }

    private static async Task<int> ImportAsync(string path, string? email, string[] settings, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        await using var app = SiteHost.BuildServices(settings);
        await app.Services.GetRequiredService<DatabaseStartup>().RunAsync(cancellationToken);
        var (desk, archive, worker) = (app.Services.GetRequiredService<ImportDesk>(), app.Services.GetRequiredService<ImportArchive>(), app.Services.GetRequiredService<ImportWorker>());
        await using var scope = app.Services.CreateAsyncScope();
        var memberId = email is null ? null : await scope.ServiceProvider.GetRequiredService<StaffMembers>().IdOfAsync(email, cancellationToken);
        if (email is not null && memberId is null)
        {
            Console.Error.WriteLine($"Nobody with the address '{email}' can sign in. Give the address of the member of staff who hands this in, or have them invited first.");
            return 1;
        }

        Guid? started;
        try
        {
            await using var stream = File.OpenRead(path);
            started = await desk.StartAsync(memberId, stream, cancellationToken);
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
        var isWhole = await TellAsync(archive, memberId, id, cancellationToken);
        if (memberId is { } member && await desk.ProposeAsync(member, id, cancellationToken))
        {
            await worker.SettleAsync();
            var import = (await archive.FindAsync(member, id, cancellationToken))!;
            var sent = import.Outcomes.GetValueOrDefault(ImportOutcome.Proposed);
            if (import.State != ImportState.Proposed)
            {
                Console.Error.WriteLine($"Not all was handed in: {sent} so far. It goes on when somebody signs in; its page in the admin area can cancel it, and then those are taken back.");
                return 1;
            }

            Console.WriteLine(new Texts()["Admin.Imports.State.Proposed", "", "", sent]);
        }
        else
        {
            await desk.CancelAsync(memberId, id, cancellationToken);
        }

        return isWhole ? 0 : 1;
    }

    private static async Task<bool> TellAsync(ImportArchive archive, Guid? memberId, Guid id, CancellationToken cancellationToken)
    {
        var texts = new Texts();
        var import = (await archive.FindAsync(memberId, id, cancellationToken))!;
        if (import.Fault is { } fault)
        {
            Console.Error.WriteLine($"{texts["Admin.Imports.Row", import.FaultRow]}: {texts[$"Admin.Imports.File.{fault}", import.FaultDetail]}");
            return false;
        }

        foreach (var kind in Enum.GetValues<ImportItemKind>())
        {
            Console.WriteLine(texts[$"Admin.Imports.Count.{kind}", import.Kinds.GetValueOrDefault(kind)]);
        }

        foreach (var line in await archive.LinesAsync(memberId, id, [ImportItemKind.Faulty], 0, Import.MaxOrganisations, cancellationToken))
        {
            foreach (var problem in ImportLineView.From(line, null, texts).Faults)
            {
                Console.Error.WriteLine($"{line.Name}: {problem}");
            }
        }

        return !import.Kinds.ContainsKey(ImportItemKind.Faulty);
    }
}
