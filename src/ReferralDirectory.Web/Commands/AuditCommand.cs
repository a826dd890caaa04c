using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing.Audit;

namespace ReferralDirectory.Web.Commands;

/// <summary><c>audit verify</c>: reads the audit log from its start and says where it was tampered with. Changes nothing.</summary>
internal static class AuditCommand
{
    public static Command Create(string[] args)
    {
        var verify = new Command("verify", "Read the audit log and say which entry is broken first. Exit code 1 where one is.") { TreatUnmatchedTokensAsErrors = false };
        verify.SetAction((_, cancellationToken) => VerifyAsync(args[2..], cancellationToken));
        return new Command("audit", "Look into the audit log.") { verify };
    }

    private static async Task<int> VerifyAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = SiteHost.BuildServices(settings);
        var file = app.Services.GetRequiredService<DatabaseFile>();
        if (!File.Exists(file.Path))
        {
            throw new DatabaseUnusableException(file.Path, "there is no such file");
        }

        try
        {
            var report = await app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken);
            if (report.Broken is var (number, fault))
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The audit log is broken at entry {number}: {Sentence(fault)}"));
                return 1;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The audit log is whole: {report.Entries} entries. The hash of the last is {report.Hash}; kept in another place, it shows later that nobody wrote the log anew."));
            return 0;
        }
        catch (SqliteException problem)
        {
            throw new DatabaseUnusableException(file.Path, problem);
        }
    }

    private static string Sentence(AuditFault fault) => fault switch
    {
        AuditFault.Changed => "it was changed after it was written.",
        AuditFault.Missing => "it is gone.",
        AuditFault.OutOfOrder => "it stood elsewhere in the log.",
        AuditFault.Inserted => "it was put in afterwards.",
        AuditFault.HeadDiffers => "the end of the log, which is kept apart, says something else.",
    };
}
