using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Exchange.Hsds.Imports;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Commands;

/// <summary>A file of Open Referral for the import, with what whoever imports it says of it.</summary>
internal sealed class HsdsFile(string? country, string? source, string? language)
{
    /// <summary>What such a file is called in the command.</summary>
    public const string Format = "hsds";

    /// <summary>The file as a list that can be imported, from its start; says what is not taken over. Null where it cannot be, and why was said.</summary>
    public async Task<Stream?> ListOfAsync(Stream file, IServiceProvider services, CancellationToken cancellationToken)
    {
        var texts = new Texts();
        await using var db = await services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(cancellationToken);
        var languages = await db.Languages.Select(known => known.Tag).ToListAsync(cancellationToken);
        var options = new HsdsImportOptions
        {
            Country = country ?? "",
            Source = source ?? "",
            Language = language ?? "",
            TimeZone = services.GetRequiredService<SiteOptions>().TimeZone,
            HotlineWords = [.. Texts.InEach(languages, "Api.Hotline")],
            FreeWords = [.. Texts.InEach(languages, "Api.FreeToCall")],
            AppointmentWords = [.. Texts.InEach(languages, "Api.ByAppointment")],
            ClosedWords = [.. Texts.InEach(languages, "Api.Closed")],
            MessengerWords = [.. Texts.InEach(languages, "Provider.Messenger")],
            Remark = notes => RemarkOf(notes, texts),
        };
        var list = new MemoryStream();
        try
        {
            foreach (var note in await services.GetRequiredService<HsdsImport>().WriteListAsync(file, list, options, cancellationToken))
            {
                var text = texts[$"Hsds.Note.{note.Reason}", note.Detail];
                Console.Error.WriteLine(note.Name.Length > 0 ? $"{note.Name}: {text}" : text);
            }
        }
        catch (HsdsImportException problem)
        {
            Console.Error.WriteLine(texts[$"Hsds.Fault.{problem.Fault}", string.Join(", ", problem.Choices)]);
            return null;
        }

        list.Position = 0;
        return list;
    }

    // In one line. There is room for some of it: a warning comes first.
    private static string RemarkOf(IReadOnlyList<HsdsImportNote> notes, Texts texts) => texts["Hsds.Remark", string.Join("; ", notes.OrderBy(IsNoWarning).Select(note =>
        note.Reason == HsdsImportNoteReason.NoField ? note.Detail : texts[$"Hsds.Note.{note.Reason}", note.Detail]))];

    private static bool IsNoWarning(HsdsImportNote note) =>
        note.Reason is not (HsdsImportNoteReason.TakenDown or HsdsImportNoteReason.StillOffered) && !note.Detail.StartsWith("alert:", StringComparison.Ordinal);
}
