using System.Security.Claims;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Stands before every admin endpoint and is closed unless the endpoint says otherwise. Who asks is read from the database at each
/// request, so that what is taken away is gone at once.
/// </summary>
public sealed class StaffDoor(RequestDelegate next, TimeProvider time)
{
    /// <summary>The start of every admin address.</summary>
    public const string Root = "/admin";

    /// <summary>True for an address of the admin area.</summary>
    public static bool IsBefore(PathString path) => path.StartsWithSegments(Root);

    /// <summary>What the door says.</summary>
    public static DoorAnswer Decide(EndpointMetadataCollection endpoint, StaffSession? session, StaffAccess? access, DateTime now)
    {
        if (endpoint.GetMetadata<OpenToAnyoneAttribute>() is not null)
        {
            return DoorAnswer.Open;
        }

        if (session is null || access is null)
        {
            return DoorAnswer.SignIn;
        }

        if (session.Stage != (endpoint.GetMetadata<ForStageAttribute>()?.Stage ?? StaffSessionStage.SignedIn))
        {
            return session.Stage switch
            {
                StaffSessionStage.Password => DoorAnswer.SecondFactor,
                StaffSessionStage.SettingUp => DoorAnswer.SetUp,
                StaffSessionStage.SignedIn => DoorAnswer.AlreadyIn,
            };
        }

        if (endpoint.GetMetadata<ForRoleAttribute>() is { } needed && !access.Has(needed.Role))
        {
            return DoorAnswer.Forbidden;
        }

        return endpoint.GetMetadata<FreshOnlyAttribute>() is not null && !session.IsFresh(now) ? DoorAnswer.ConfirmFirst : DoorAnswer.Open;
    }

    /// <summary>Called by the framework.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<WithoutSessionAttribute>() is not null)
        {
            await next(context);
            return;
        }

        if (context.RequestServices.GetRequiredService<SiteStart>().Problem is { } closed)
        {
            throw context.RequestServices.GetRequiredService<DatabasePlace>().Unusable("the site is closed", closed.Trouble);
        }

        if (context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }

        if (!await StaffForms.TryReadAsync(context))
        {
            return;
        }

        // Not parameters: of a method with more than the context, an expression would be compiled at the start.
        var services = context.RequestServices;
        services.GetRequiredService<ProxyNotice>().Look(context.Request);
        var place = services.GetRequiredService<DatabasePlace>();
        // A file that was deleted still takes what is written, from whoever has it open, and nobody sees it again.
        if (!place.Exists)
        {
            throw place.Unusable("it is gone", DatabaseTrouble.Gone);
        }

        var current = services.GetRequiredService<CurrentStaff>();
        if (await services.GetRequiredService<StaffSessions>().FindAsync(context) is { } found)
        {
            current.Set(found.Session, StaffAccess.Of(found.Member));
            // Forms are bound to whom they were made for.
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, found.Member.Id.ToString())], "staff"));
        }

        var answer = Decide(endpoint.Metadata, current.Session, current.AccessOrNull, time.GetUtcNow().UtcDateTime);
        if (answer == DoorAnswer.Open)
        {
            await next(context);
            return;
        }

        await RefuseAsync(context, answer, services.GetRequiredService<KeptForms>());
    }

    private static async Task RefuseAsync(HttpContext context, DoorAnswer answer, KeptForms forms)
    {
        var wanted = answer == DoorAnswer.Forbidden ? Root : await WantedAsync(context, forms);
        var target = answer switch
        {
            DoorAnswer.SignIn => StaffAddress.SignIn(wanted),
            DoorAnswer.SecondFactor => StaffAddress.SecondFactor(wanted),
            DoorAnswer.SetUp => StaffAddress.SetUp,
            DoorAnswer.ConfirmFirst => StaffAddress.Confirm(wanted),
            DoorAnswer.AlreadyIn => Root,
            DoorAnswer.Forbidden or DoorAnswer.Open => null,
        };
        if (target is null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = target;
    }

    // Where to go on afterwards; what was typed goes along.
    private static async Task<string> WantedAsync(HttpContext context, KeptForms forms)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return context.Request.Path + context.Request.QueryString;
        }

        return await forms.KeepAsync(context) ?? Root;
    }
}
