using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Remembers browsers that somebody signed in with, so that whoever guesses their password elsewhere cannot slow them down. It lets
/// nobody in: password and second factor are asked for all the same.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly IDataProtector protector = protection.CreateProtector("KnownDevices");

    /// <summary>An identifier of the browser, where the member signed in with it since they last changed their password.</summary>
    public string? Find(HttpContext context, StaffMember? member)
    {
        if (member is null || context.Request.Cookies[StaffCookies.Device] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(cookie).Split('|') is [var id, var stamp, var device] && id == member.Id.ToString() && stamp == member.SecurityStamp ? device : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Remembers the browser for the member.</summary>
    public void Remember(HttpContext context, StaffMember member) =>
        StaffCookies.Set(context, StaffCookies.Device, protector.Protect($"{member.Id}|{member.SecurityStamp}|{Find(context, member) ?? OneTimeSecret.NewToken()}"), Lifetime);
}
