using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Users;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Admin;

/// <summary>Registers what the admin area needs. Nothing of it is made before the first request there.</summary>
internal static class StaffServices
{
    public static void AddStaff(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var mail = MailOptions.Read(builder.Configuration);
        if (mail.Host.Length > 0 && string.IsNullOrEmpty(builder.Configuration["Site:PublicAddress"]))
        {
            throw new SettingException("The setting 'Site:PublicAddress' is wrong: with 'Mail:Host' it must be set, or the links in mails lead nowhere.");
        }

        services.AddSingleton(mail);
        services.AddHttpContextAccessor();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContext());
        services.AddSingleton<CountedOutbox>();
        services.AddSingleton<OtherInstances>();
        services.AddSingleton<SlowDown>();
        services.AddSingleton<ProxyNotice>();
        services.AddSingleton<WrongCodes>();
        services.AddSingleton<SpentStates>();
        services.AddSingleton<GuessRecord>();
        services.AddSingleton(services => new PasswordHashing(PasswordHashing.Iterations, services.GetRequiredService<HashingTurns>()));
        services.AddScoped<StaffAudit>();
        services.AddScoped<CurrentStaff>();
        services.AddScoped<KnownDevices>();
        services.AddScoped<KeptForms>();
        services.AddScoped<StaffSessions>();
        services.AddScoped<ColleagueNames>();
        services.AddScoped<StaffAccounts>();
        services.AddSingleton<HashingTurns>();
        services.AddScoped<StaffPasskeys>();
        services.AddScoped<StaffInvitations>();
        services.AddScoped<StaffMembers>();
        services.AddScoped<StaffMail>();
        services.AddScoped<GuessNotices>();
        services.AddScoped<WayIn>();
        services.AddScoped<AuthenticatorSetUp>();
        services.AddScoped<GrantNames>();
        services.AddScoped<NameFaults>();
        services.AddScoped<LinkGiven>();
        services.AddAntiforgery(options =>
        {
            options.Cookie = new FormCookie();
            options.FormFieldName = "__token";
            // SecurityHeaders says it.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddDataProtection().SetApplicationName("ReferralDirectory");
        services.AddOptions<KeyManagementOptions>().Configure<DbDataSource>((options, database) => options.XmlRepository = new ProtectionKeys(database));
    }
}
