using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Exchange.Json;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>
/// Makes a list that <see cref="Exchange.Imports.ImportDesk"/> takes of a file in the standard's words, from this directory or from another. It
/// changes nothing: what comes of it is compared, checked and handed in as any other file.
/// </summary>
public sealed class HsdsImport(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    /// <summary>Writes the list.</summary>
    /// <param name="file">What another directory gave away. It is held in memory: it has no more bytes than a file to import may have.</param>
    /// <param name="list">Gets the list; stays open.</param>
    /// <param name="options">What the file does not say.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What is not taken over.</returns>
    /// <exception cref="HsdsImportException">The file cannot be understood, or something must be said that it does not say.</exception>
    public async Task<ImmutableArray<HsdsImportNote>> WriteListAsync(Stream file, Stream list, HsdsImportOptions options, CancellationToken cancellationToken)
    {
        var input = await HsdsInputFile.ReadAsync(file, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var terms = await ExchangeTerms.ReadAsync(db, cancellationToken);
        var country = await CountryAsync(db, terms, options.Country, cancellationToken);
        var language = LanguageOf(options.Language.Length > 0 ? options.Language : input.Language, terms);
        var words = await HsdsVocabulary.ReadAsync(db, country.Id, cancellationToken);
        if (options.Source.Length > 0 && terms.Source(country.Id, options.Source) is null)
        {
            throw new HsdsImportException(HsdsImportFault.Source, [.. words.Sources]);
        }

        var now = time.GetUtcNow().UtcDateTime;
        List<HsdsImportNote> notes = [.. input.Unowned.Select(service => new HsdsImportNote(0, ImportFault.Cut(service.Text("name")), HsdsImportNoteReason.NoOrganization, ImportFault.Cut(service.Text("organization_id"))))];
        if (input.Page.Length > 0)
        {
            notes.Add(new(0, "", HsdsImportNoteReason.OnePage, ImportFault.Cut(input.Page)));
        }

        var json = new JsonExport(list);
        HashSet<string> given = new(StringComparer.Ordinal);
        var number = 0;
        foreach (var batch in input.Organizations.Chunk(OrganisationBatch.Size))
        {
            var entries = await EntriesAsync(db, country.Id, batch, cancellationToken);
            foreach (var item in batch)
            {
                number++;
                var before = notes.Count;
                var name = item.Organization.Text("name");
                var wire = new HsdsWire(options, country, words, language, now, Note);
                var slug = HsdsSlug.Of(name);
                var entry = entries.FirstOrDefault(known => known.Id == item.Organization.Id())
                    ?? entries.FirstOrDefault(known => known.Slug.Value == HsdsSlug.Apart(slug, item.Organization.Text("id")))
                    ?? entries.FirstOrDefault(known => known.Slug.Value == slug && IsNamed(known, name) && !given.Contains(slug));
                if (entry?.TakenDown is { } takenDown)
                {
                    Note(HsdsImportNoteReason.TakenDown, takenDown.ToString(OpeningException.DayFormat, CultureInfo.InvariantCulture));
                }

                // Another one of that name may stand before it in the file.
                var isTaken = entry is null && (given.Contains(slug) || entries.Exists(known => known.Slug.Value == slug));
                var own = entry?.Slug.Value ?? (isTaken ? HsdsSlug.Apart(slug, item.Organization.Text("id")) : slug);
                given.Add(own);
                var made = wire.Of(item, own, entry is null ? null : WireOf.Organisation(entry.Id, entry.Version, country.Slug.Value, DraftOf.Organisation(entry), terms));
                var left = notes.Skip(before).Where(note => note.MayBeStored).Distinct().ToList();
                await json.WriteAsync(made with { Remark = left.Count == 0 ? null : options.Remark(left) }, cancellationToken);

                void Note(HsdsImportNoteReason reason, string detail) => notes.Add(new(number, ImportFault.Cut(name), reason, ImportFault.Cut(detail, HsdsImportNote.DetailMaxLength)));
            }
        }

        await json.EndAsync(cancellationToken);
        return [.. notes.Distinct()];
    }

    private static async Task<Country> CountryAsync(DirectoryDb db, ExchangeTerms terms, string slug, CancellationToken cancellationToken)
    {
        var slugs = (await db.Countries.Select(country => country.Slug).ToListAsync(cancellationToken)).ConvertAll(known => known.Value);
        return terms.Country(slug.Length == 0 && slugs.Count == 1 ? slugs[0] : slug) ?? throw new HsdsImportException(HsdsImportFault.Country, [.. slugs.Order(StringComparer.Ordinal)]);
    }

    private static LanguageTag LanguageOf(string tag, ExchangeTerms terms) =>
        terms.Languages.Contains(tag) ? LanguageTag.Parse(tag) : throw new HsdsImportException(HsdsImportFault.Language, terms.Languages);

    private static async Task<List<Organisation>> EntriesAsync(DirectoryDb db, Guid country, HsdsInput[] batch, CancellationToken cancellationToken)
    {
        var ids = batch.Select(item => item.Organization.Id()).OfType<Guid>().ToList();
        var slugs = batch.SelectMany(item => HsdsSlug.Of(item.Organization.Text("name")) is var slug ? new[] { slug, HsdsSlug.Apart(slug, item.Organization.Text("id")) } : []).Select(Slug.Parse).ToList();
        return await OrganisationBatch.Whole(db).Where(organisation => organisation.CountryId == country && (ids.Contains(organisation.Id) || slugs.Contains(organisation.Slug))).ToListAsync(cancellationToken);
    }

    private static bool IsNamed(Organisation entry, string name) => entry.Name.Translations.Any(translation => TextDraft.Stored(translation.Text) == name);
}
