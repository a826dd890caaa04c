using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Exchange;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Core.Tests.Editing;

namespace ReferralDirectory.Core.Tests.Exchange;

/// <summary>The small content, with hours, and staff who export and import it.</summary>
internal sealed class ImportSite : IDisposable
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public ImportSite()
    {
        Editing = new EditingSite(content => content.Write(SmallContent.Helpers, $"{File.ReadAllText(Path.Combine(content.Path, SmallContent.Helpers))}\n{SmallContentFiles.Hours}\n"), "with-hours");
        Reviewer = Editing.Staff(countries: [EditingSite.CountryId]);
        SecondReviewer = Editing.Staff(countries: [EditingSite.CountryId]);
        Editor = Editing.Staff(organisations: [EditingSite.HelpersId]);
    }

    public EditingSite Editing { get; }

    public Actor Reviewer { get; }

    public Actor SecondReviewer { get; }

    public Actor Editor { get; }

    public ImportDesk Desk => Editing.Directory.Get<ImportDesk>();

    public ImportArchive Archive => Editing.Directory.Get<ImportArchive>();

    public ImportWorker Worker => Editing.Directory.Get<ImportWorker>();

    private static CancellationToken Cancel => TestDirectory.Cancellation;

    public async Task<string> TableAsync(Actor? actor = null, char separator = ',')
    {
        using var stream = new MemoryStream();
        await Editing.Directory.Get<OrganisationExport>().WriteTableAsync(actor ?? Reviewer, separator, stream, Cancel);
        Assert.Equal(WithMark.GetPreamble(), stream.ToArray()[..3]);
        return Encoding.UTF8.GetString(stream.ToArray()[3..]);
    }

    public async Task<string> ListAsync(Actor? actor = null)
    {
        using var stream = new MemoryStream();
        await Editing.Directory.Get<OrganisationExport>().WriteListAsync(actor ?? Reviewer, stream, Cancel);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Imports a file, as far as the dry run.</summary>
    public Task<ImportSummary> ReadAsync(string file, Actor? actor = null) => ReadAsync(WithMark.GetPreamble().Concat(Encoding.UTF8.GetBytes(file)).ToArray(), actor);

    public async Task<ImportSummary> ReadAsync(byte[] file, Actor? actor = null)
    {
        var id = await Desk.StartAsync((actor ?? Reviewer).Id, new MemoryStream(file), Cancel);
        await Worker.SettleAsync();
        return await FindAsync(id!.Value, actor);
    }

    public async Task<ImportSummary> ProposeAsync(ImportSummary import, Actor? actor = null)
    {
        Assert.True(await Desk.ProposeAsync((actor ?? Reviewer).Id, import.Id, Cancel));
        await Worker.SettleAsync();
        return await FindAsync(import.Id, actor);
    }

    public async Task<ImportSummary> FindAsync(Guid id, Actor? actor = null) => await Archive.FindAsync((actor ?? Reviewer).Id, id, Cancel) ?? throw new InvalidOperationException("There is no such import.");

    public async Task<IReadOnlyList<ImportLine>> LinesAsync(ImportSummary import, Actor? actor = null) =>
        await Archive.LinesAsync((actor ?? Reviewer).Id, import.Id, Enum.GetValues<ImportItemKind>(), 0, 1000, Cancel);

    /// <summary>The only fault there is.</summary>
    public async Task<ImportFault> FaultAsync(string file, Actor? actor = null)
    {
        var import = await ReadAsync(file, actor);
        Assert.True(import.Fault is null, $"{import.Fault} {import.FaultRow} {import.FaultDetail}");
        return Assert.Single((await LinesAsync(import, actor)).SelectMany(line => line.Faults));
    }

    public async Task<T> AskAsync<T>(Func<Core.Data.DirectoryDb, Task<T>> question)
    {
        await using var db = Editing.Open();
        return await question(db);
    }

    public Task<int> RevisionsAsync() => AskAsync(db => db.Revisions.CountAsync(Cancel));

    public void Dispose() => Editing.Dispose();
}
