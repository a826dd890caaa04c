using ReferralDirectory.Core.Translations;
using ReferralDirectory.Web.Features.Admin.Audit;
using ReferralDirectory.Web.Features.Admin.Conflicts;
using ReferralDirectory.Web.Features.Admin.Dashboard;
using ReferralDirectory.Web.Features.Admin.Drafts;
using ReferralDirectory.Web.Features.Admin.Freshness;
using ReferralDirectory.Web.Features.Admin.History;
using ReferralDirectory.Web.Features.Admin.Review;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Features.Admin.Status;
using ReferralDirectory.Web.Features.Admin.StepTexts;
using ReferralDirectory.Web.Features.Admin.Terms;
using ReferralDirectory.Web.Features.Admin.Translations;

namespace ReferralDirectory.Web.Features.Admin;

/// <summary>What the pages of drafts, reviews, step texts, terms, freshness, translations, the audit log and the status need.</summary>
public static class ReviewServices
{
    public static IServiceCollection AddReviewPages(this IServiceCollection services) => services
        .AddScoped<CurrentActor>()
        .AddScoped<StaffNames>()
        .AddSingleton<PublicDirectory>()
        .AddSingleton<Sending>()
        .AddSingleton<Resuming>()
        .AddScoped<TakeDowns>()
        .AddScoped<Rejections>()
        .AddScoped<DraftPages>()
        .AddScoped<ConflictPages>()
        .AddScoped<ReviewPages>()
        .AddScoped<HistoryPages>()
        .AddScoped<StepTextPages>()
        .AddScoped<TermPages>()
        .AddScoped<AuditPages>()
        .AddScoped<StatusPages>()
        .AddScoped<FreshnessPages>()
        .AddSingleton<TranslationOverview>()
        .AddScoped<TranslationPages>()
        .AddScoped<WorkReader>();
}
