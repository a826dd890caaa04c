using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;

namespace ReferralDirectory.Web.Features.Admin.StepTexts;

/// <summary>What is posted with a step's text.</summary>
public static class StepTextForm
{
    /// <summary>The button that shows it as the public will see it, and saves nothing.</summary>
    public const string Preview = "preview";

    /// <summary>The button that saves it and stays.</summary>
    public const string Save = "save";

    /// <summary>The button that saves it and goes on.</summary>
    public const string Check = "check";

    /// <summary>The hidden input with <see cref="StepTextPage.OriginalHash"/>.</summary>
    public const string Of = "of";

    public const string Checked = "Checked";

    /// <summary>Asked about an outdated text: that it is right all the same.</summary>
    public const string CheckedAgain = "CheckedAgain";

    /// <param name="form">As posted.</param>
    /// <param name="before">What stays as it is.</param>
    /// <param name="wasOutdated">Whether that is outdated: then no answer leaves its state as it is.</param>
    public static StepTextDraft Read(PostedForm form, StepTextDraft before, bool wasOutdated)
    {
        (string Now, string Before)[] parts =
        [
            (form.Text(nameof(before.Title)), before.Title),
            (form.Text(nameof(before.Summary)), before.Summary),
            (form.Text(nameof(before.ForYou)), before.ForYou),
            (form.Text(nameof(before.ForWorkers)), before.ForWorkers),
            (form.Text(nameof(before.NotHere)), before.NotHere),
        ];
        return before with
        {
            SourceId = form.Id(nameof(before.SourceId)),
            Title = parts[0].Now,
            Summary = parts[1].Now,
            ForYou = parts[2].Now,
            ForWorkers = parts[3].Now,
            NotHere = parts[4].Now,
            State = before.State == TranslationState.Original ? TranslationState.Original
                : form.Has(Checked) || form.Has(CheckedAgain) ? TranslationState.Reviewed
                : wasOutdated && Array.TrueForAll(parts, part => PostedForm.IsSame(part.Now, part.Before)) ? before.State
                : TranslationState.Unreviewed,
            IsReviewedNow = form.Has(CheckedAgain),
        };
    }
}
