using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace ReferralDirectory.Core.Data;

/// <summary>
/// Contexts of the database. Not registered by EF Core's own method, which loads and runs much of EF Core at each start, though most use
/// nothing of it.
/// </summary>
internal abstract class DirectoryDbFactory<TDb>(IServiceProvider services) : IDbContextFactory<DirectoryDb>
    where TDb : DirectoryDb
{
    private DbContextOptions<TDb>? options;

    /// <inheritdoc/>
    // Two at once may both make them, which are the same.
    public DirectoryDb CreateDbContext() => Open(options ??= Options());

    protected abstract DirectoryDb Open(DbContextOptions<TDb> options);

    protected abstract void UseDatabase(DbContextOptionsBuilder<TDb> builder);

    private DbContextOptions<TDb> Options()
    {
        var builder = new DbContextOptionsBuilder<TDb>().UseApplicationServiceProvider(services);
        UseDatabase(builder);
        // What was added with ConfigureDbContext, as EF Core's own factory does.
        foreach (var configuration in services.GetServices<IDbContextOptionsConfiguration<TDb>>())
        {
            configuration.Configure(services, builder);
        }

        return builder.Options;
    }
}
