using System.Globalization;
using System.Resources;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Resources;

namespace ReferralDirectory.Web.Tests.Resources;

public sealed class FieldNameTests
{
    private static readonly TextDraft[] Text = [new("en", "Text", TranslationState.Original)];

    public static TheoryData<SubjectDraft> New { get; } =
    [
        new OrganisationDraft
        {
            Slug = "new", SourceId = Guid.NewGuid(), Name = [.. Text], OwnLanguage = "en", AlsoKnownAs = ["Text"], LanguagesSpoken = ["en"], PublicAddress = [.. Text], Places = [Guid.NewGuid()],
            Services = [new ServiceDraft { Id = Guid.NewGuid(), Description = [.. Text], Eligibility = [.. Text], Types = [Guid.NewGuid()], Audiences = [Guid.NewGuid()] }],
            Contacts = [new ContactDraft(Guid.NewGuid(), ContactKind.Phone, "1")],
            OpeningHours = new OpeningHoursDraft
            {
                TimeZone = "Europe/Moscow",
                IsByAppointment = true,
                Week = [new WeeklyOpeningDraft(DayOfWeek.Monday, "09:00", "18:00")],
                Exceptions = [new OpeningExceptionDraft { From = "2026-12-31", To = "2026-12-31", Ranges = [new OpeningRangeDraft("09:00", "18:00")], Note = [.. Text] }],
            },
        },
        new OrganisationDraft(),
        new StepTextDraft { StepId = Guid.NewGuid(), Language = "en", Title = "Text", Summary = "Text", ForYou = "Text", ForWorkers = "Text", NotHere = "Text" },
        new AssistanceTypeDraft { Slug = "new", Position = 1, Name = [.. Text], Need = [.. Text], SearchWords = [new SearchWordsDraft("en", ["text"])], IsOnHome = true },
        new AudienceDraft { Slug = "new", Position = 1, Name = [.. Text], SearchWords = [new SearchWordsDraft("en", ["text"])] },
    ];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(New))]
    public void EveryFieldThatADifferenceNames_HasAText(SubjectDraft draft)
    {
        var names = new ResourceManager(typeof(Strings).FullName!, typeof(Strings).Assembly).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;

        Assert.All(DraftDifference.Between(null, draft), field => Assert.NotNull(names.GetString($"Admin.FieldName.{field.Label}")));
    }
}
