using System.CommandLine;
using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Commands;

/// <summary><c>check</c>: reads the content folder and names every fault; opens no database.</summary>
internal static class CheckCommand
{
    public static Command Create(string[] args)
    {
        var command = new Command(CommandWords.Check, "Check the content folder (Content:Path) and list every fault with file and line.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async _ =>
        {
            await using var app = SiteHost.Build(args[1..]);
            var content = ContentReader.Read(app.Services.GetRequiredService<ContentFolder>().Path);
            var untranslated = content.Languages.Where(language => !Texts.AreIn(language.Tag)).Select(language => $"Strings.{language.Tag}.resx").ToList();
            if (untranslated.Count > 0)
            {
                Console.Error.WriteLine($"The texts of the interface lack {string.Join(", ", untranslated)}: buttons and headings would be English.");
                return 1;
            }

            Console.WriteLine($"No faults: {content.Countries.Length} countries, {content.Countries.Sum(country => country.Organisations.Count)} organisations, {content.Languages.Length} languages.");
            return 0;
        });
        return command;
    }
}
