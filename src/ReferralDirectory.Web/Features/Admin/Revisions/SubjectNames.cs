using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Features.Admin.StepTexts;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>Names of what is public, by id.</summary>
public static class SubjectNames
{
    public static Dictionary<Guid, string> Of(Reader reader, Texts texts)
    {
        var language = reader.Language.Tag;
        var directory = reader.Directory;
        var names = directory.AssistanceTypes.Concat(directory.Audiences).ToDictionary(term => term.Id, term => term.Name.In(language).Text);
        foreach (var country in directory.Countries)
        {
            foreach (var provider in country.Providers)
            {
                names[provider.Id] = provider.Name.In(language).Text;
            }

            foreach (var place in StepTextPlace.Of(country, directory))
            {
                names[place.Id] = StepName(place.Step, place.Language.Value, reader, texts);
            }
        }

        return names;
    }

    /// <summary>What a revision is about, in the reader's language, as far as it has a name there.</summary>
    public static ShownText Of(RevisionSummary revision, Reader reader, Texts texts)
    {
        if (revision.Subject.Kind == SubjectKind.StepText && StepTextPlace.Find(revision.Subject.Id, reader.Directory) is { } place)
        {
            return new ShownText(StepName(place.Step, place.Language.Value, reader, texts), null);
        }

        return revision.Name is { } name ? reader.Show(name) : new ShownText(texts["Admin.Entry.NoName"], null);
    }

    /// <summary>A step's text, e.g. "1. Encounter (Русский)".</summary>
    public static string StepName(PublishedStep step, string language, Reader reader, Texts texts) =>
        texts["Admin.Step.Name", (int)step.Key, step.In(reader.Language.Tag).Title, reader.Directory.FindLanguage(language)?.Name ?? language];
}
