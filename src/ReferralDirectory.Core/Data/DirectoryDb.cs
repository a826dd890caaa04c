using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data;

/// <summary>The database of one site. Subclasses exist so that each database product has migrations of its own.</summary>
public abstract class DirectoryDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Public languages.</summary>
    public DbSet<Language> Languages => Set<Language>();

    /// <summary>Countries.</summary>
    public DbSet<Country> Countries => Set<Country>();

    /// <summary>Short codes for immediate danger.</summary>
    public DbSet<EmergencyNumber> EmergencyNumbers => Set<EmergencyNumber>();

    /// <summary>Publications that facts come from.</summary>
    public DbSet<Source> Sources => Set<Source>();

    /// <summary>Regions and towns.</summary>
    public DbSet<Place> Places => Set<Place>();

    /// <summary>Steps of each country.</summary>
    public DbSet<Step> Steps => Set<Step>();

    /// <summary>Texts of the steps.</summary>
    public DbSet<StepText> StepTexts => Set<StepText>();

    /// <summary>Kinds of help.</summary>
    public DbSet<AssistanceType> AssistanceTypes => Set<AssistanceType>();

    /// <summary>Whom services are for.</summary>
    public DbSet<Audience> Audiences => Set<Audience>();

    /// <summary>Organisations.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>What organisations offer.</summary>
    public DbSet<Service> Services => Set<Service>();

    /// <summary>How to reach them.</summary>
    public DbSet<ContactPoint> ContactPoints => Set<ContactPoint>();

    /// <summary>Who checked which contact, when and how.</summary>
    public DbSet<Confirmation> Confirmations => Set<Confirmation>();

    /// <summary>What readers said of contacts.</summary>
    public DbSet<ReaderReport> ReaderReports => Set<ReaderReport>();

    /// <summary>Links by which organisations say which of their contacts are right.</summary>
    public DbSet<ConfirmationLink> ConfirmationLinks => Set<ConfirmationLink>();

    /// <summary>Versions of what can be edited.</summary>
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>Who did what.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The end of the audit log: one row.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Who may enter the admin area.</summary>
    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();

    /// <summary>What they may do.</summary>
    public DbSet<StaffGrant> StaffGrants => Set<StaffGrant>();

    /// <summary>Links by which they set up their accounts.</summary>
    public DbSet<StaffInvitation> StaffInvitations => Set<StaffInvitation>();

    /// <summary>Browsers that they signed in with.</summary>
    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    /// <summary>Stand in for a lost second factor.</summary>
    public DbSet<StaffRecoveryCode> StaffRecoveryCodes => Set<StaffRecoveryCode>();

    /// <summary>What they had typed when they had to sign in again.</summary>
    public DbSet<KeptForm> KeptForms => Set<KeptForm>();

    /// <summary>Keys of data protection.</summary>
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Files of organisations that are imported.</summary>
    public DbSet<Import> Imports => Set<Import>();

    /// <summary>What stands in these files, until it was read.</summary>
    public DbSet<ImportPart> ImportParts => Set<ImportPart>();

    /// <summary>What these files say of each organisation.</summary>
    public DbSet<ImportItem> ImportItems => Set<ImportItem>();

    /// <summary>
    /// Begins a transaction that holds the right to write from its start: what it reads stays true until it is done. One at a time holds it, over
    /// all processes; whoever comes meanwhile waits for at most ten seconds.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">Others held it for longer, or the database does not answer.</exception>
    public abstract Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that sees the database at one moment, whatever others write meanwhile, and that no writer waits for.</summary>
    public abstract Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken);

    /// <summary>Asks by SQL.</summary>
    /// <param name="sql">A statement of the program's, with nothing put into it that somebody typed.</param>
    internal IQueryable<T> Ask<T>(string sql) => Database.SqlQueryRaw<T>(sql);

    /// <summary>SQL for a column as text, whatever it holds: the same on every product, and as SQLite stores it.</summary>
    internal abstract string TextOf(string column);

    /// <summary>SQL for columns as such texts, under their names.</summary>
    internal string TextsOf(params IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"{TextOf(column)} AS \"{column}\""));

    /// <summary>SQL for a column as SQL would write its value, so that no two values come to the same text: the same on every product.</summary>
    internal abstract string LiteralOf(string column);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Slug>().HaveConversion<SlugConverter>().HaveMaxLength(Slug.MaxLength);
        configurationBuilder.Properties<LanguageTag>().HaveConversion<LanguageTagConverter>().HaveMaxLength(LanguageTag.MaxLength);
        configurationBuilder.Properties<LocalisedText>().HaveConversion<JsonText.OfLocalisedText>();
        configurationBuilder.Properties<ImmutableArray<SearchWords>>().HaveConversion<JsonText.OfSearchWords, JsonText.SearchWordsComparer>();
        configurationBuilder.Properties<ImmutableArray<string>>().HaveConversion<JsonText.OfStrings, JsonText.StringsComparer>();
        configurationBuilder.Properties<ImmutableArray<LanguageTag>>().HaveConversion<JsonText.OfLanguages, JsonText.LanguagesComparer>();
        configurationBuilder.Properties<ImmutableArray<Guid>>().HaveConversion<JsonText.OfGuids, JsonText.GuidsComparer>();
        configurationBuilder.Properties<OpeningHours>().HaveConversion<JsonText.OfOpeningHours>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DirectoryDb).Assembly);

    private sealed class SlugConverter() : ValueConverter<Slug, string>(slug => slug.Value, text => Slug.Parse(text));

    private sealed class LanguageTagConverter() : ValueConverter<LanguageTag, string>(tag => tag.Value, text => LanguageTag.Parse(text));

    // SQLite hands times back without saying that they are UTC.
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => time.ToUniversalTime(), time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
