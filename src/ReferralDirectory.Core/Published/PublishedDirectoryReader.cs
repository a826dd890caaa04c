using System.Data.Common;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>Reads table by table and joins in memory: each row is read once, however many providers refer to it.</summary>
internal sealed class PublishedDirectoryReader
{
    private readonly Dictionary<Guid, PublishedTerm> types = [];
    private readonly Dictionary<Guid, PublishedTerm> audiences = [];
    private readonly Dictionary<Guid, PublishedTerm> places = [];
    private readonly List<Source> sources = [];

    private readonly Snapshot database;
    private readonly DateTime now;
    private DateTime? termsChangedAt;

    private PublishedDirectoryReader(Snapshot database, DateTime now) => (this.database, this.now) = (database, now);

    /// <param name="database">Where it is.</param>
    /// <param name="now">For what is true only for a time, UTC.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static PublishedDirectory Read(DbDataSource database, DateTime now, CancellationToken cancellationToken)
    {
        using var snapshot = Snapshot.Take(database);
        return new PublishedDirectoryReader(snapshot, now).ReadAll(cancellationToken);
    }

    /// <summary>The directory with some organisations as the database has them now; those that it no longer has are gone.</summary>
    /// <param name="database">Where they are.</param>
    /// <param name="before">The directory so far.</param>
    /// <param name="organisations">Their ids, at most <see cref="Chosen.Most"/>.</param>
    /// <param name="now">For what is true only for a time, UTC.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="KeyNotFoundException">One of them has a term, source or country that the directory does not have.</exception>
    public static PublishedDirectory ReadAgain(DbDataSource database, PublishedDirectory before, IReadOnlySet<Guid> organisations, DateTime now, CancellationToken cancellationToken)
    {
        using var snapshot = Snapshot.Take(database);
        var reader = new ProviderReader(
            snapshot,
            before.AssistanceTypes.ToDictionary(type => type.Id),
            before.Audiences.ToDictionary(audience => audience.Id),
            before.Countries.SelectMany(country => country.Places).ToDictionary(place => place.Id),
            before.Countries.SelectMany(country => country.Sources).ToDictionary(source => source.Id),
            now);
        var read = reader.Read(Chosen.Only([.. organisations]), cancellationToken);
        if (read.Owners.Except(before.Countries.Select(country => country.Id)).Any())
        {
            throw new KeyNotFoundException("One of them is in a country that was not there.");
        }

        // A country that has nothing to do with them stays the same object, with all that is known of it.
        return before with
        {
            Countries = [.. before.Countries.Select(country =>
                read.Owners.Contains(country.Id) || country.Providers.Any(provider => organisations.Contains(provider.Id)) ? country.With(organisations, read[country.Id]) : country)],
            ChangedAt = Later(before.ChangedAt, reader.LastTakenDown),
        };
    }

    private PublishedDirectory ReadAll(CancellationToken cancellationToken)
    {
        var languages = database.Read("""SELECT "Tag", "Name", "Position", "IsRightToLeft", "InterfaceState" FROM "Languages" ORDER BY "Position" """, row =>
            new Language { Tag = row.Language(0), Name = row.GetString(1), Position = row.GetInt32(2), IsRightToLeft = row.GetBoolean(3), InterfaceState = row.Named<TranslationState>(4) }, cancellationToken);
        var changed = ReadChangesOfTerms(cancellationToken);
        var allTypes = database.Read("""SELECT "Id", "Slug", "Name", "Need", "SearchWords", "IsOnHome", "IsHotline" FROM "AssistanceTypes" ORDER BY "Position" """, row =>
            types[row.GetGuid(0)] = new PublishedTerm(row.GetGuid(0), row.Slug(1), row.Localised(2), row.Localised(3), row.SearchWords(4), row.GetBoolean(5), row.GetBoolean(6)) { ChangedAt = changed.GetValueOrDefault(row.GetGuid(0)) }, cancellationToken);
        var allAudiences = database.Read("""SELECT "Id", "Slug", "Name", "SearchWords" FROM "Audiences" ORDER BY "Position" """, row =>
            audiences[row.GetGuid(0)] = Term(row) with { ChangedAt = changed.GetValueOrDefault(row.GetGuid(0)) }, cancellationToken);
        sources.AddRange(database.Read("""SELECT "Id", "CountryId", "Slug", "Name" FROM "Sources" """, row =>
            new Source { Id = row.GetGuid(0), CountryId = row.GetGuid(1), Slug = row.Slug(2), Name = row.Localised(3) }, cancellationToken));
        var placesOf = new ByOwner<PublishedTerm>(database.Read("""SELECT "Id", "Slug", "Name", "SearchWords", "CountryId" FROM "Places" ORDER BY "Position" """, row =>
            new Of<PublishedTerm>(row.GetGuid(4), places[row.GetGuid(0)] = Term(row)), cancellationToken));
        var emergencies = new ByOwner<PublishedEmergencyNumber>(database.Read("""SELECT "CountryId", "Number", "Name", "IsFree" FROM "EmergencyNumbers" ORDER BY "Position" """, row =>
            new Of<PublishedEmergencyNumber>(row.GetGuid(0), new PublishedEmergencyNumber(row.GetString(1), row.Localised(2), row.GetBoolean(3))), cancellationToken));
        var steps = ReadSteps(cancellationToken);
        var published = sources.ToDictionary(source => source.Id, source => new PublishedSource(source.Id, source.Name));
        var reader = new ProviderReader(database, types, audiences, places, published, now);
        var providers = reader.Read(Chosen.All, cancellationToken);
        var countries = database.Read("""SELECT "Id", "Slug", "Name", "Code" FROM "Countries" """, row => Country(row, steps, providers, emergencies, placesOf), cancellationToken);
        return new PublishedDirectory(
            [.. languages],
            [.. allTypes],
            [.. allAudiences],
            [.. countries.OrderBy(country => country.Slug.Value, StringComparer.Ordinal)])
        {
            ChangedAt = Later(Later(ReadLoading(cancellationToken), termsChangedAt), reader.LastTakenDown),
        };
    }

    private Dictionary<Guid, DateTime?> ReadChangesOfTerms(CancellationToken cancellationToken)
    {
        Dictionary<Guid, DateTime?> changed = [];
        database.Read("""SELECT "SubjectId", MAX("DecidedAt") FROM "Revisions" WHERE "SubjectKind" IN ('AssistanceType', 'Audience') AND "State" = 'Published' AND "Origin" <> 'Loaded' GROUP BY "SubjectId" """, row =>
        {
            var at = row.Utc(1);
            changed[row.GetGuid(0)] = at;
            termsChangedAt = Later(termsChangedAt, at);
            return row;
        }, cancellationToken);
        return changed;
    }

    // When the database was filled: before any change, and after everything that the files say of times.
    private DateTime? ReadLoading(CancellationToken cancellationToken)
    {
        DateTime? loaded = null;
        database.Read("""SELECT "At" FROM "AuditEntries" WHERE "SubjectKind" = 'Site' AND "Action" = 'Loaded'""", row => (object)(loaded = Later(loaded, row.Utc(0)))!, cancellationToken);
        return loaded;
    }

    internal static DateTime? Later(DateTime? one, DateTime? other) => other is null || one >= other ? one : other;

    private ByOwner<PublishedStep> ReadSteps(CancellationToken cancellationToken)
    {
        var texts = new ByOwner<StepText>(database.Read("""SELECT "Id", "StepId", "SourceId", "Language", "State", "OfHash", "Title", "Summary", "ForYou", "ForWorkers", "NotHere" FROM "StepTexts" """, Text, cancellationToken));
        var typesOf = database.ReadLinks("""SELECT "StepId", "AssistanceTypesId" FROM "AssistanceTypeStep" INNER JOIN "AssistanceTypes" ON "Id" = "AssistanceTypesId" ORDER BY "Position" """, Chosen.All, types, cancellationToken);
        var steps = database.Read("""SELECT "Id", "CountryId", "Key" FROM "Steps" """, row =>
            new Of<PublishedStep>(row.GetGuid(1), new PublishedStep(row.Named<StepKey>(2), typesOf[row.GetGuid(0)], texts[row.GetGuid(0)])), cancellationToken);
        steps.Sort((one, other) => (int)one.Value.Key - (int)other.Value.Key);
        return new(steps);
    }

    private PublishedCountry Country(DbDataReader row, ByOwner<PublishedStep> steps, ByOwner<Provider> providers, ByOwner<PublishedEmergencyNumber> emergencies, ByOwner<PublishedTerm> placesOf)
    {
        var id = row.GetGuid(0);
        return new PublishedCountry(providers[id])
        {
            Id = id,
            Slug = row.Slug(1),
            Name = row.Localised(2),
            Code = row.GetString(3),
            EmergencyNumbers = emergencies[id],
            Sources = [.. sources.Where(source => source.CountryId == id).OrderBy(source => source.Slug.Value, StringComparer.Ordinal).Select(source => new PublishedSource(source.Id, source.Name))],
            Places = placesOf[id],
            Steps = steps[id],
        };
    }

    private static PublishedTerm Term(DbDataReader row)
    {
        var name = row.Localised(2);
        return new PublishedTerm(row.GetGuid(0), row.Slug(1), name, name, row.SearchWords(3));
    }

    private static Of<StepText> Text(DbDataReader row) => new(row.GetGuid(1), new StepText
    {
        Id = row.GetGuid(0),
        StepId = row.GetGuid(1),
        SourceId = row.GetGuid(2),
        Language = row.Language(3),
        State = row.Named<TranslationState>(4),
        OfHash = row.IsDBNull(5) ? null : row.GetString(5),
        Title = row.GetString(6),
        Summary = row.GetString(7),
        ForYou = row.GetString(8),
        ForWorkers = row.GetString(9),
        NotHere = row.GetString(10),
    });
}
