using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>What the open data needs.</summary>
internal static class ApiServices
{
    /// <summary>Media types of it that are worth compressing.</summary>
    public static IReadOnlyList<string> CompressedTypes { get; } = [LinesAnswer.MediaType, DownloadsController.TableType];

    public static void AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ApiOptions.Read(configuration));
        services.AddSingleton<ApiLimits>();
        services.AddScoped<HsdsReader>();
    }
}
