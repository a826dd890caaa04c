using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing.Audit;

namespace ReferralDirectory.Core.Editing;

/// <summary>Registers editing; the database and the clock are registered with it.</summary>
public static class EditingServices
{
    /// <summary>All desks, the archive and the audit log, which begins with what an empty database is filled with.</summary>
    public static IServiceCollection AddEditing(this IServiceCollection services) => services
        .AddSingleton<DraftDesk>()
        .AddSingleton<RestoreDesk>()
        .AddSingleton<ReviewDesk>()
        .AddSingleton<TakeDownDesk>()
        .AddSingleton<ConfirmationDesk>()
        .AddSingleton<ConfirmationArchive>()
        .AddSingleton<ConfirmationLinkDesk>()
        .AddSingleton<ReportDesk>()
        .AddSingleton<WorkloadReader>()
        .AddSingleton<RevisionArchive>()
        .AddSingleton<EntryArchive>()
        .AddSingleton<TakeDownArchive>()
        .AddSingleton<DraftChoicesReader>()
        .AddSingleton<AuditReader>()
        .AddSingleton<AuditVerifier>()
        .AddSingleton<ContentLoaded>(_ => LoadedContent.SealAsync);
}
