using ReferralDirectory.Web.Features.Admin.ConfirmationLinks;
using ReferralDirectory.Web.Features.Admin.EntryTasks;
using ReferralDirectory.Web.Features.Admin.EntryVisibility;
using ReferralDirectory.Web.Features.Admin.Imports;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Features.Admin;

/// <summary>What the pages of organisations' entries, and of files of them, need.</summary>
public static class EntryServices
{
    public static IServiceCollection AddEntryPages(this IServiceCollection services) => services
        .AddSingleton<EntryDesk>()
        .AddScoped<EntryPages>()
        .AddScoped<EntryTaskPages>()
        .AddScoped<ReasonPages>()
        .AddScoped<LinksPages>()
        .AddScoped<ImportPages>();
}
