using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.StepTexts;

/// <summary>Every step of the countries somebody keeps, and how its text stands in each language.</summary>
public sealed record StepListPage : StaffPage
{
    public required IReadOnlyList<StepCountry> Countries { get; init; }

    /// <param name="actor">A reviewer, or an administrator, who may read them all.</param>
    /// <param name="open">Revisions the actor may see that are not decided or were rejected, each once.</param>
    /// <param name="reader">For the language, and the texts as they are public.</param>
    /// <param name="texts">Texts of the interface.</param>
    public static StepListPage For(Actor actor, IReadOnlyList<RevisionSummary> open, Reader reader, Texts texts) => new()
    {
        Title = texts["Admin.Steps.Title"],
        Countries =
        [
            .. reader.Directory.Countries.Where(country => actor.IsAdministrator || actor.ReviewsCountries.Contains(country.Id)).Select(country => new StepCountry(
                reader.Show(country.Name),
                [.. StepTextPlace.Of(country, reader.Directory).Select(place => StepLine.From(place, actor, open, reader, texts))])),
        ],
    };
}
