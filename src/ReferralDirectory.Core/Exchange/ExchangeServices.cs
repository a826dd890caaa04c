using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Exchange.Hsds.Imports;
using ReferralDirectory.Core.Exchange.Imports;

namespace ReferralDirectory.Core.Exchange;

/// <summary>Registers export and import; the database and the clock are registered with it.</summary>
public static class ExchangeServices
{
    /// <summary>Nothing of it works before somebody asks for it.</summary>
    public static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddSingleton<OrganisationExport>()
        .AddSingleton<HsdsImport>()
        .AddSingleton<ImportWorker>()
        .AddSingleton<ImportDesk>()
        .AddSingleton<ImportArchive>();
}
