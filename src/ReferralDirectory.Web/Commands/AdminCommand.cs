using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Infrastructure.Staff;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Commands;

/// <summary><c>admin invite EMAIL</c>: prints a one-time link that makes an administrator, or lets one in who has lost the way.</summary>
internal static class AdminCommand
{
    public static Command Create(string[] args)
    {
        var email = new Argument<string>("EMAIL") { Description = "Of the administrator." };
        var invite = new Command("invite", "Print a one-time link for an administrator: the first, another, or one who lost their second factor.") { TreatUnmatchedTokensAsErrors = false };
        invite.Arguments.Add(email);
        invite.SetAction((parsed, cancellationToken) => InviteAsync(parsed.GetValue(email)!, args.Length > 3 ? args[3..] : [], cancellationToken));
        var command = new Command("admin", "Accounts of the admin area.");
        command.Subcommands.Add(invite);
        return command;
    }

    private static async Task<int> InviteAsync(string email, string[] settings, CancellationToken cancellationToken)
    {
        if (!new EmailAddressAttribute().IsValid(email) || email.Length > StaffMember.EmailMaxLength)
        {
            Console.Error.WriteLine($"'{email}' is not an e-mail address.");
            return 1;
        }

        await using var app = SiteHost.Build(settings);
        await SiteHost.PrepareAsync(app, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var token = await TokenAsync(scope.ServiceProvider, email, cancellationToken);
        var address = app.Services.GetRequiredService<SiteOptions>().PublicAddress;
        Console.WriteLine("Open this link within 72 hours, in the browser of the person it is for. It works once:");
        Console.WriteLine();
        Console.WriteLine(new Uri(new Uri(address.Length > 0 ? address : SiteHost.ListeningAddress(app.Configuration)), StaffInvitations.Path(token)));
        Console.WriteLine();
        Console.WriteLine(address.Length > 0
            ? "The site must be running there."
            : "Start the site first. If people reach it by another address, put that in front of /admin, or set Site__PublicAddress. The admin area needs HTTPS, or localhost.");
        return 0;
    }

    private static async Task<string> TokenAsync(IServiceProvider services, string email, CancellationToken cancellationToken)
    {
        var invitations = services.GetRequiredService<StaffInvitations>();
        var administrator = new StaffGrant { Role = StaffRole.Administrator };
        if (await invitations.InviteAsync(email, [administrator], null, cancellationToken) is { Token: { } token })
        {
            return token;
        }

        // Whoever can run this owns the database: it lets in again, and makes an administrator, whoever it was.
        var members = services.GetRequiredService<StaffMembers>();
        var member = await members.FindByEmailAsync(email, cancellationToken);
        return await members.MakeAdministratorAsync(member, cancellationToken) ?? (await invitations.RenewAsync(member, null, cancellationToken)).Token!;
    }
}
