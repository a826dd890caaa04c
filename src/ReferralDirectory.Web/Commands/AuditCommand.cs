using System.CommandLine;
using System.Globalization;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Commands;

/// <summary><c>audit verify</c>: reads the audit log from its start, compares what the site says with it, and says where somebody tampered. Changes nothing.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var kept = new Option<string>("--kept") { Description = "What an earlier look said that it ended with, and was kept in another place.", HelpName = "NUMBER:HASH" };
        var verify = new Command("verify", "Read the audit log, compare what the site says with it, and say what is broken. Exit code 1 where something is.") { TreatUnmatchedTokensAsErrors = false };
        verify.Options.Add(kept);
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(parsed.GetValue(kept), [.. parsed.UnmatchedTokens], cancellationToken));
        return new Command("audit", "Look into the audit log.") { verify };
    }

    private static async Task<int> VerifyAsync(string? typed, string[] settings, CancellationToken cancellationToken)
    {
        var kept = typed is null ? null : AuditMark.Parse(typed) ?? throw new SettingException($"'{typed}' is not what a look ends with: the number of an entry, a colon and the {AuditHead.HashLength} characters of its hash. Copy all of it.");
        await using var app = SiteHost.BuildServices(settings);
        var place = app.Services.GetRequiredService<DatabasePlace>();
        if (!place.Exists)
        {
            throw place.Unusable("there is no such file", DatabaseTrouble.Gone);
        }

        try
        {
            var report = await app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(kept, cancellationToken);
            if (report.Broken is var (number, fault))
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The audit log is broken at entry {number}: {Sentence(fault)}"));
                return 1;
            }

            foreach (var content in report.Contents)
            {
                Console.Error.WriteLine(Sentence(content));
            }

            if (report.Unsealed > 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Unsealed} entries, step texts and terms are not covered: the log does not know what they said, since they are from before it kept that, and were not published since."));
            }

            if (report.PartlySealed > 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.PartlySealed} revisions are covered in part: the log does not know their number, where they came from, their note, reason and base, since they are from before it kept that."));
            }

            if (kept is not null)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Entry {kept.Number} is the one that was kept: nobody wrote the log anew up to there."));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The audit log is whole: {report.Entries} entries. It ends with {report.Mark} – keep that in another place, and give it to the next look: audit verify --kept {report.Mark}"));
            return report.IsWhole ? 0 : 1;
        }
        catch (Exception problem) when (place.Refusal(problem) is { } refusal)
        {
            throw refusal;
        }
    }

    private static string Sentence(BrokenContent content)
    {
        var which = content.Kind == AuditSubject.Site ? "What is not edited here" : $"{content.Kind} {content.Name} {content.Id}".Replace("  ", " ", StringComparison.Ordinal);
        var where = content.Fields.IsEmpty ? "" : $" ({string.Join(", ", content.Fields)})";
        var entry = content.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $" Entry {number} of the log says what it should be.") : "";
        return $"{which}{where}: {Sentence(content.Fault)}{entry}";
    }

    private static string Sentence(ContentFault fault) => fault switch
    {
        ContentFault.RevisionChanged => "a stored revision was changed, or nobody handed it in.",
        ContentFault.RevisionGone => "a stored revision is gone.",
        ContentFault.Changed => "it does not say what was published.",
        ContentFault.Gone => "it is gone, or cannot be read any more.",
        ContentFault.Added => "it is there, and nobody published it.",
        ContentFault.Visibility => "it is public although it was taken down, or the other way round.",
        ContentFault.Account => "who has this account, what they may do, or whether they are shut out, was changed in the database.",
        ContentFault.Publisher => "it was published by somebody who, as the log says, might not publish it then.",
    };

    private static string Sentence(AuditFault fault) => fault switch
    {
        AuditFault.Changed => "it was changed after it was written.",
        AuditFault.Missing => "it is gone.",
        AuditFault.OutOfOrder => "it stood elsewhere in the log.",
        AuditFault.Inserted => "it was put in afterwards.",
        AuditFault.HeadDiffers => "the end of the log, which is kept apart, says something else.",
        AuditFault.KeptDiffers => "it is not the one that was kept. Somebody wrote the log anew from there, or from before.",
    };
}
