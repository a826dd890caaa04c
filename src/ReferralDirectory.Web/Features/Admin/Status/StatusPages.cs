using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Data.Backups;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Status;

/// <summary>Reads how the site stands. Another fact is another <c>Line</c> of a part, and perhaps another warning.</summary>
public sealed class StatusPages(SiteHealth health, DatabasePlace place, WorkloadReader workloads, PublishedDirectorySource source, Reader reader, Texts texts, BackupSchedule? backups = null)
{
    public async Task<StatusPage> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await health.LookAsync(cancellationToken);
        var facts = new StatusFacts(
            found,
            found.Database.Trouble == DatabaseTrouble.Gone ? null : place.Room,
            found.Database.CanBeRead ? await workloads.ReadAsync(cancellationToken) : null,
            source.ReadAt);
        return new StatusPage
        {
            Title = texts["Admin.Status.Title"],
            Warnings = [.. Warnings(facts)],
            Parts = [Database(facts), Directory(facts), Waiting(facts), Program()],
        };
    }

    private IEnumerable<StatusWarning> Warnings(StatusFacts facts)
    {
        if (facts.Health.Database.Trouble is { } trouble)
        {
            yield return new StatusWarning(texts[HealthFound.ReasonOf(trouble)], texts[$"Admin.Status.Next.{trouble}"]);
        }

        foreach (var (isSo, name) in new[] { (!facts.Health.IsIndexBuilt, "Index"), (facts.IsRoomShort, "RoomShort"), (facts.IsShownLate, "ShownLate"), (backups?.IsLate == true, "BackupLate") })
        {
            if (isSo)
            {
                yield return new StatusWarning(texts[name == "Index" ? "Health.Index" : $"Admin.Status.{name}"], texts[$"Admin.Status.Next.{name}"]);
            }
        }
    }

    private StatusPart Database(StatusFacts facts)
    {
        var (trouble, version, migration) = facts.Health.Database;
        return Part(
            "Database",
            Line("Product", version is null ? place.Product : $"{place.Product} {version}"),
            Line("Answers", texts[facts.Health.Database.CanBeRead ? "Admin.Status.Yes" : "Admin.Status.No"]),
            Line("CanBeWritten", texts[trouble is null ? "Admin.Status.Yes" : "Admin.Status.No"]),
            Line("Migration", migration),
            Line("Size", facts.Room is { } room ? Megabytes(room.Bytes) : null),
            Line("Free", facts.Room is { } free ? Megabytes(free.FreeBytes) : null),
            backups is null ? null : backups.NewestAt() is { } made ? Line("BackupAt", At(made)) : Line("BackupAt", texts["Admin.Status.No"]));
    }

    private StatusPart Directory(StatusFacts facts)
    {
        var providers = source.Current.Countries.SelectMany(country => country.Providers).ToList();
        return Part(
            "Directory",
            Line("Entries", Number(providers.Count)),
            Line("Contacts", Number(providers.Sum(provider => provider.Contacts.Length))),
            Line("Languages", string.Join(", ", source.Current.Languages.Select(language => language.Name))),
            Line("LastPublished", facts.Work?.LastPublishedAt is { } published ? At(published) : null),
            Line("ReadAt", At(facts.ReadAt)),
            Line("IndexBuilt", texts[facts.Health.IsIndexBuilt ? "Admin.Status.Yes" : "Admin.Status.No"]));
    }

    private StatusPart Waiting(StatusFacts facts) => Part(
        "Waiting",
        Line("Revisions", facts.Work is { } work ? Number(work.Revisions) : null),
        Line("Imports", facts.Work is { } begun ? Number(begun.Imports) : null),
        Line("Reports", facts.Work is { } told ? Number(told.Reports) : null));

    private StatusPart Program()
    {
        using var process = Process.GetCurrentProcess();
        return Part("Program", Line("Version", ProgramVersion.Text), Line("StartedAt", At(process.StartTime.ToUniversalTime())));
    }

    private StatusPart Part(string name, params StatusLine?[] lines) => new(texts[$"Admin.Status.Part.{name}"], [.. lines.OfType<StatusLine>()]);

    // What is not known is left out.
    private StatusLine? Line(string name, string? value) => value is null ? null : Line(name, new HtmlContentBuilder().Append(value));

    private StatusLine? Line(string name, IHtmlContent? value) => value is null ? null : new StatusLine(texts[$"Admin.Status.{name}"], value);

    private Moment At(DateTime utc) => new(utc, reader, texts);

    private string Megabytes(long bytes) => texts["Admin.Status.Megabytes", (bytes / 1048576.0).ToString("N1", CultureInfo.CurrentCulture)];

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
