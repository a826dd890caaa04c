using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Testing;

/// <summary>A site with an admin area and a clock that a test moves.</summary>
public sealed class StaffSite : IAsyncDisposable
{
    /// <param name="settings">As on the command line.</param>
    /// <param name="services">What a test adds.</param>
    /// <param name="hashesFast">False where passwords are hashed as often as they are delivered to be, which takes longer than all else that most tests do.</param>
    public StaffSite(IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null, bool hashesFast = true) =>
        Site = new TestSite(settings, collection =>
        {
            collection.AddSingleton<TimeProvider>(Clock);
            if (hashesFast)
            {
                collection.AddSingleton(services => new PasswordHashing(1000, services.GetRequiredService<HashingTurns>()));
            }

            services?.Invoke(collection);
        }).Start();

    /// <summary>The site.</summary>
    public TestSite Site { get; }

    /// <summary>Its clock.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>A browser that knows nothing.</summary>
    public Visitor NewVisitor(CancellationToken cancellationToken) => new(Site.Client, cancellationToken);

    /// <summary>Somebody who has set up their account and is signed in.</summary>
    public async Task<StaffPerson> NewPersonAsync(string email, CancellationToken cancellationToken, params IEnumerable<StaffGrant> grants)
    {
        var link = await InviteAsync(email, cancellationToken, grants);
        var id = await AskAsync(db => db.StaffMembers.Where(member => member.UserName == email).Select(member => member.Id).SingleAsync(cancellationToken));
        return await new StaffPerson(this, email, cancellationToken) { Id = id }.SetUpAsync(link);
    }

    /// <summary>An administrator.</summary>
    public Task<StaffPerson> NewAdministratorAsync(string email, CancellationToken cancellationToken) => NewPersonAsync(email, cancellationToken, new StaffGrant { Role = StaffRole.Administrator });

    /// <summary>A reviewer of the first country.</summary>
    public async Task<StaffPerson> NewReviewerAsync(string email, CancellationToken cancellationToken) =>
        await NewPersonAsync(email, cancellationToken, new StaffGrant { Role = StaffRole.Reviewer, CountryId = await AskAsync(db => db.Countries.Select(country => country.Id).FirstAsync(cancellationToken)) });

    /// <summary>An editor of an organisation.</summary>
    public async Task<StaffPerson> NewEditorAsync(string email, CancellationToken cancellationToken) =>
        await NewPersonAsync(email, cancellationToken, new StaffGrant { Role = StaffRole.Editor, OrganisationId = await AskAsync(db => db.Organisations.Select(organisation => organisation.Id).FirstAsync(cancellationToken)) });

    /// <summary>Somebody of whom no more is needed than that they may do something: they never come to a page.</summary>
    public Task<Guid> NewMemberAsync(CancellationToken cancellationToken, params IEnumerable<StaffGrant> grants) => AskAsync(async db =>
    {
        var id = Guid.NewGuid();
        var member = new StaffMember { Id = id, UserName = $"{id}@staff.example", NormalizedUserName = StaffMember.Normalize($"{id}@staff.example"), DisplayName = $"Member {id}", InvitedAt = Clock.GetUtcNow().UtcDateTime };
        member.Grants.AddRange(grants);
        await using var transaction = await db.BeginWritingAsync(cancellationToken);
        db.Add(member);
        foreach (var (action, detail) in member.Grants.Select(grant => (AuditAction.RoleGranted, grant.AuditDetail)).Prepend((AuditAction.Invited, "")))
        {
            await AuditLog.AppendAsync(db, Clock.GetUtcNow().UtcDateTime, null, action, AuditSubject.Account, id, null, detail, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return id;
    });

    /// <summary>The same for a reviewer of a country.</summary>
    public Task<Guid> NewMemberAsync(Guid country, CancellationToken cancellationToken) => NewMemberAsync(cancellationToken, new StaffGrant { Role = StaffRole.Reviewer, CountryId = country });

    /// <summary>The id of an organisation.</summary>
    public Task<Guid> OrganisationAsync(string slug) => AskAsync(db => db.Organisations.Where(organisation => organisation.Slug == Slug.Parse(slug)).Select(organisation => organisation.Id).SingleAsync());

    /// <summary>Another country, with nothing in it.</summary>
    public async Task<Guid> NewCountryAsync(string name, CancellationToken cancellationToken)
    {
        var country = new Country { Id = Guid.NewGuid(), Slug = Slug.Parse(name.ToLowerInvariant()), Code = "AM", Name = new LocalisedText([new Translation(LanguageTag.Parse("en"), name, TranslationState.Original, null)]) };
        return await AskAsync(async db =>
        {
            db.Add(country);
            await db.SaveChangesAsync(cancellationToken);
            return country.Id;
        });
    }

    /// <summary>The address of a new one-time link.</summary>
    public async Task<string> InviteAsync(string email, CancellationToken cancellationToken, params IEnumerable<StaffGrant> grants)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<StaffInvitations>().InviteAsync(email, grants, null, cancellationToken);
        return StaffInvitations.Path(made.Token!);
    }

    /// <summary>Asks the site's database.</summary>
    public async Task<T> AskAsync<T>(Func<DirectoryDb, Task<T>> question)
    {
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync();
        return await question(db);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
