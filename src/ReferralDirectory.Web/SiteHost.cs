using System.Data.Common;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Exchange;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Features.About;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Api;
using ReferralDirectory.Web.Features.Errors;
using ReferralDirectory.Web.Features.Health;
using ReferralDirectory.Web.Features.Home;
using ReferralDirectory.Web.Features.Leaving;
using ReferralDirectory.Web.Features.Providers;
using ReferralDirectory.Web.Features.Reports;
using ReferralDirectory.Web.Features.Safety;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Features.Sitemap;
using ReferralDirectory.Web.Features.Steps;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Metrics;
using ReferralDirectory.Web.Infrastructure.PageCache;
using ReferralDirectory.Web.Infrastructure.Staff;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web;

/// <summary>Puts the site together: the same for a visitor, a command and a test.</summary>
public static class SiteHost
{
    private const string DefaultAddress = "http://localhost:5080";

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(8);

    private static readonly Type[] PublicControllers =
    [
        typeof(AboutController), typeof(ErrorsController), typeof(HealthController), typeof(HomeController), typeof(LeavingController), typeof(ProvidersController),
        typeof(ReportsController), typeof(SafetyController), typeof(SitemapController), typeof(StepsController),
    ];

    /// <summary>The whole site.</summary>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args) => BuildServices(args).UseReferralDirectory();

    /// <summary>The site without what answers requests: enough for <see cref="PrepareAsync"/>.</summary>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static WebApplication BuildServices(string[] args)
    {
        // Without what belongs to other servers, other systems and development. Settings are read once, so that nothing watches their files.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        CheckAddresses(builder.Configuration["urls"]);
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddReferralDirectory();
        return builder.Build();
    }

    /// <summary>Adds what answers requests.</summary>
    public static WebApplication UseReferralDirectory(this WebApplication app)
    {
        app.UseMiddleware<KeptPages>();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<RequestLanguage>();
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/error");
        app.UseWhenAsked(ClosedSite.Refuses, closed => closed.Run(ClosedSite.Refuse));
        app.UseWhenAsked(FormCharset.IsRefused, refused => refused.Run(FormCharset.Refuse));
        app.UseWhenAsked(context => ApiAddress.IsIn(context.Request.Path), api => api.UseMiddleware<ApiDoor>());
        app.UseMiddleware<PublicPageRoutes>();
        app.UseLateAreas();
        app.UseRouting();
        app.UseWhenAsked(context => StaffDoor.IsBefore(context.Request.Path), staff => staff.UseMiddleware<StaffDoor>());
        app.UseWhen(PageKeeper.IsWanted, pages => pages.UseMiddleware<PageKeeper>());
        // Not in the admin area: its pages mix secrets with what somebody else may choose (BREACH).
        app.UseWhenAsked(context => !StaffDoor.IsBefore(context.Request.Path) && context.GetEndpoint()?.Metadata.GetMetadata<FreshPageAttribute>() is null && !PageKeeper.IsWanted(context), others => others.UseResponseCompression());
        app.MapControllers().Add(ListEndpoint.Use);
        return app;
    }

    /// <inheritdoc cref="SiteStart.PrepareAsync(CancellationToken)"/>
    public static Task PrepareAsync(WebApplication app, CancellationToken cancellationToken) => app.Services.GetRequiredService<SiteStart>().PrepareAsync(cancellationToken);

    /// <summary>Follows what other instances do on the same database; nothing where there can be none. After the first reading; once is enough.</summary>
    public static void FollowOthers(IServiceProvider services)
    {
        services.GetRequiredService<ChangeWatcher>().Start(text => services.GetRequiredService<OtherInstances>().Hear(text));
        services.GetRequiredService<OtherInstances>().Begin();
    }

    /// <summary>Where the site listens by the settings; the first address where there are several.</summary>
    public static string ListeningAddress(IConfiguration configuration) =>
        configuration["urls"]?.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal) ?? DefaultAddress;

    private static void CheckAddresses(string? urls)
    {
        foreach (var address in urls?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (!IsAddress(address))
            {
                throw SettingsSection.Wrong("urls", $"'{address}' is not an address to listen on, such as {DefaultAddress}.");
            }
        }
    }

    private static bool IsAddress(string address)
    {
        try
        {
            return BindingAddress.Parse(address).Port <= IPEndPoint.MaxPort;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void AddReferralDirectory(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var root = builder.Environment.ContentRootPath;
        services.AddSingleton(SiteOptions.Read(builder.Configuration));
        var database = DatabaseOptions.Read(builder.Configuration, root);
        BackupOptions.Read(builder.Configuration, root, database).AddTo(services);
        database.AddTo(services, ContentOptions.Read(builder.Configuration, root).Path);
        services.AddApi(builder.Configuration);
        services.AddEditing();
        services.AddExchange();
        services.AddReviewPages();
        services.AddEntryPages();
        services.AddSingleton(MetricsOptions.Read(builder.Configuration));
        services.AddSingleton<SiteMeter>();
        services.AddSingleton<StandingNumbers>();
        services.AddSingleton<MetricsExport>();
        services.AddSingleton(provider => new ProviderSearch(provider.GetRequiredService<SiteMeter>().Searches));
        services.AddSingleton(provider => new PublishedDirectorySource(
            provider.GetRequiredService<DbDataSource>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ProviderSearch>().PrepareAsync));
        services.AddSingleton<SiteStart>();
        services.AddSingleton<ChangeWatcher>();

        builder.AddPrivateLog();
        services.AddScoped<Reader>();
        services.AddScoped<Texts>();
        services.AddScoped<LanguageSwitch>();
        services.AddScoped<ViewText>();
        services.AddSingleton<ListTemplates>();
        services.AddSingleton<ProviderCards>();
        services.AddSingleton<ReportLimit>();
        services.AddSingleton<InlineAssets>();
        services.AddSingleton<SecurityHeaders>();
        services.AddSingleton<PageStore>();
        // Over HTTPS, too: no answer of the public site mixes a secret with what somebody else may choose.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. ApiServices.CompressedTypes, ProblemAnswer.MediaType, ProviderCard.MediaType];
        });
        services.AddExceptionHandler<ExceptionLog>();
        services.AddOptions<ExceptionHandlerOptions>().Configure<DatabasePlace>((options, place) =>
        {
            options.ExceptionHandlingPath = "/error";
            // The framework would log the exception with its message, which may hold what a reader typed.
            options.SuppressDiagnosticsCallback = _ => true;
            options.StatusCodeSelector = problem => problem switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                // What was done is saved: to do it again would be wrong.
                NotShownYetException => StatusCodes.Status500InternalServerError,
                _ => place.TroubleOf(problem) is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable,
            };
        });
        services.AddRouting(options => ReaderRouteConstraints.Add(options.ConstraintMap));
        // Not AddControllersWithViews: no page needs its authorization, validation, description of the API, or CORS.
        services.AddMvcCore().AddLateAreas(new LateAreas(PublicControllers, StaffDoor.Root, ApiAddress.Root)).AddViews().AddRazorViewEngine();
        services.Configure<MvcOptions>(options =>
        {
            // No form of ours names its fields as jQuery does, and what looks like it and is not makes them fail.
            options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        });
        builder.AddStaff();
        // MVC and the admin area bring data protection along, each of them, and it would load its keys at start. Public pages protect
        // nothing with it; the admin area loads them when it first needs one.
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace == "Microsoft.AspNetCore.DataProtection.Internal"));
        services.AddFeatureViews();
        // Otherwise Cyrillic is written as entities: more than three times the bytes.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<SiteHealth>();
        // What was accepted is answered; a client that is slower than that is let go, so that the program ends within ten seconds.
        services.Configure<HostOptions>(options => options.ShutdownTimeout = LongestEnd);
    }
}
