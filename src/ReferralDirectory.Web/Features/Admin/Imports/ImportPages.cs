using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Imports;

/// <summary>Reads what the pages of imports show.</summary>
public sealed class ImportPages(ImportArchive archive, DraftChoicesReader choices, Reader reader, Texts texts)
{
    private const int LinesOnAPage = 20;

    private static readonly ImportItemKind[] Kinds = [ImportItemKind.Faulty, ImportItemKind.Addition, ImportItemKind.Change, ImportItemKind.AlreadyProposed, ImportItemKind.Unchanged];

    /// <param name="actor">Whose.</param>
    /// <param name="error">What is wrong with what was sent; null where nothing is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ImportsPage> ListAsync(Actor actor, string? error, CancellationToken cancellationToken) => new()
    {
        Title = texts["Admin.Imports.Title"],
        Error = error,
        MayImport = actor.ReviewsCountries.Count + actor.EditsOrganisations.Count > 0,
        Imports = [.. (await archive.ListAsync(actor.Id, cancellationToken)).Select(import => (new Moment(import.StartedAt, reader, texts), StateOf(import), ImportLinks.Import(import.Id)))],
    };

    /// <param name="actor">Whose.</param>
    /// <param name="id">Which import.</param>
    /// <param name="only">Of which organisations a list is wanted; null for those that matter most.</param>
    /// <param name="after">The last one of the page before.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where they have no such import.</returns>
    public async Task<ImportPage?> FindAsync(Actor actor, Guid id, ImportItemKind? only, int after, CancellationToken cancellationToken)
    {
        if (await archive.FindAsync(actor.Id, id, cancellationToken) is not { } import)
        {
            return null;
        }

        var isDone = import.State is ImportState.Ready or ImportState.Proposed;
        var shown = only ?? Kinds.FirstOrDefault(import.Kinds.ContainsKey);
        var lines = isDone ? await archive.LinesAsync(actor.Id, id, [shown], after, LinesOnAPage + 1, cancellationToken) : [];
        Dictionary<Guid, FieldNames> names = [];
        foreach (var country in lines.Where(line => line.After is not null).Select(line => line.CountryId).OfType<Guid>().Distinct())
        {
            names[country] = new FieldNames(texts, await choices.ReadAsync(country, cancellationToken), reader.Language.Tag);
        }

        return new ImportPage
        {
            Title = texts["Admin.Imports.One", new Moment(import.StartedAt, reader, texts)],
            Id = id,
            State = StateOf(import),
            Fault = import.Fault is { } fault ? Sentence(fault, import) : null,
            IsWorking = import.State is ImportState.Reading or ImportState.Proposing or ImportState.TakingBack,
            Percent = import.Percent,
            Counts = isDone ? [.. Kinds.Select(kind => (texts[$"Admin.Imports.Count.{kind}", import.Kinds.GetValueOrDefault(kind)], import.Kinds.ContainsKey(kind) ? ImportLinks.Lines(id, kind, 0) : null))] : [],
            Proposals = import.State == ImportState.Ready ? import.Proposals : 0,
            MayCancel = import.State is ImportState.Reading or ImportState.Ready or ImportState.Proposing,
            ListTitle = lines.Length > 0 ? texts[$"Admin.Imports.Kinds.{shown}"] : null,
            Lines = [.. lines.Take(LinesOnAPage).Select(line => ImportLineView.From(line, line.CountryId is { } country ? names.GetValueOrDefault(country) : null, texts))],
            MoreHref = lines.Length > LinesOnAPage ? ImportLinks.Lines(id, shown, lines[LinesOnAPage - 1].Number) : null,
        };
    }

    private string Sentence(ImportFileFault fault, ImportSummary import)
    {
        var sentence = texts[$"Admin.Imports.File.{fault}", import.FaultDetail];
        return import.FaultRow > 0 ? $"{texts["Admin.Imports.Row", import.FaultRow]}: {sentence}" : sentence;
    }

    private string StateOf(ImportSummary import) => texts[$"Admin.Imports.State.{import.State}", import.Organisations, import.Percent, import.Outcomes.GetValueOrDefault(ImportOutcome.Proposed)];
}
