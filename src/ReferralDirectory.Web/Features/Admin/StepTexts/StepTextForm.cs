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

    public const string Checked = "Checked";

    /// <param name="form">As posted.</param>
    /// <param name="before">What stays as it is.</param>
    public static StepTextDraft Read(PostedForm form, StepTextDraft before) => before with
    {
        SourceId = form.Id(nameof(before.SourceId)),
        Title = form.Text(nameof(before.Title)),
        Summary = form.Text(nameof(before.Summary)),
        ForYou = form.Text(nameof(before.ForYou)),
        ForWorkers = form.Text(nameof(before.ForWorkers)),
        NotHere = form.Text(nameof(before.NotHere)),
        State = before.State == TranslationState.Original ? TranslationState.Original
            : form.Has(Checked) ? TranslationState.Reviewed
            : TranslationState.Unreviewed,
    };
}
