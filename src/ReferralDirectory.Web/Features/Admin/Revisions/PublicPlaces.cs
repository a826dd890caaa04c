using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>Where the public sees a subject.</summary>
public static class PublicPlaces
{
    /// <summary>Null where it has no page of its own, or is not public.</summary>
    public static string? Of(RevisionSummary revision, Reader reader)
    {
        var subject = revision.Subject;
        if (reader.Directory.Countries.FirstOrDefault(country => country.Id == revision.CountryId) is not { } country)
        {
            return null;
        }

        if (subject.Kind == SubjectKind.Organisation)
        {
            return country.Providers.FirstOrDefault(provider => provider.Id == subject.Id) is { } provider
                ? new Links(reader.Language.Tag, country.Slug).Provider(provider.Slug)
                : null;
        }

        return country.Steps.SelectMany(step => step.Texts, (step, text) => (step.Key, Text: text)).FirstOrDefault(step => step.Text.Id == subject.Id) is { Text: { } text } found
            ? new Links(text.Language, country.Slug).Step(found.Key)
            : null;
    }
}
