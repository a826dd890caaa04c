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
/// has to: what nobody proposed could be approved by whoever ran the command. With <c>--format hsds</c> the file is one of Open Referral.
/// </summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A table or a list that was exported." };
        var by = new Option<string?>("--by") { Description = "E-mail of the member of staff who hands the changes in. Without it nothing is changed." };
        var format = new Option<string?>("--format") { Description = "'hsds' for a file of Open Referral HSDS 3.1, from here or from another directory: see docs/api.md." };
        var country = new Option<string?>("--country") { Description = "With --format hsds: the country, by its name in addresses. Needed where there are several." };
        var source = new Option<string?>("--source") { Description = "With --format hsds: the source that new entries come from, by its name in content files." };
        var language = new Option<string?>("--language") { Description = "With --format hsds: the language of the file's texts, where the file does not say it." };
        var command = new Command(CommandWords.Import, "Say what a file of organisations would change. Exit code 1 where something must be mended.") { TreatUnmatchedTokensAsErrors = false };
        format.AcceptOnlyFromAmong(HsdsFile.Format);
        command.Arguments.Add(file);
        Array.ForEach([by, format, country, source, language], command.Options.Add);
        command.SetAction((parsed, cancellationToken) => ImportAsync(
            parsed.GetValue(file)!,
            parsed.GetValue(by),
            parsed.GetValue(format) is null ? null : new HsdsFile(parsed.GetValue(country), parsed.GetValue(source), parsed.GetValue(language)),
            [.. parsed.UnmatchedTokens],
            cancellationToken));
        return command;
    }

    private static async Task<int> ImportAsync(string path, string? email, HsdsFile? hsds, string[] settings, CancellationToken cancellationToken)
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
            if (hsds is null)
            {
                started = await desk.StartAsync(memberId, stream, cancellationToken);
            }
            else if (await WholeAsync(stream, cancellationToken) is not { } whole)
            {
                started = null;
            }
            else if (await hsds.ListOfAsync(whole, app.Services, cancellationToken) is { } list)
            {
                await using var made = list;
                started = await desk.StartAsync(memberId, made, cancellationToken);
            }
            else
            {
                return 1;
            }
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

    // What is no file, such as a pipe, does not say how long it is. Null where it is too long.
    private static async Task<MemoryStream?> WholeAsync(Stream stream, CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        var buffer = new byte[ImportPart.MaxLength];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var length)
        {
            if (whole.Length + length > Import.MaxBytes)
            {
                return null;
            }

            whole.Write(buffer, 0, length);
        }

        whole.Position = 0;
        return whole;
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
