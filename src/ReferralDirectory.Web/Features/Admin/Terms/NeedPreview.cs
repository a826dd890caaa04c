using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Web.Features.Admin.Terms;

/// <summary>A need as a tile of the home page will show it, in one language.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Lang">For <c>lang</c>.</param>
/// <param name="Dir">For <c>dir</c>.</param>
public sealed record NeedPreview(string Text, string Lang, string Dir)
{
    /// <summary>Empty for what is no kind of help: nothing else has a tile.</summary>
    public static IReadOnlyList<NeedPreview> AllOf(SubjectDraft draft, IEnumerable<Language> languages) => draft is not AssistanceTypeDraft type ? [] :
    [
        .. from language in languages
           let text = type.Need.FirstOrDefault(need => need.Language == language.Tag.Value)?.Text.Trim() ?? ""
           where text.Length > 0
           select new NeedPreview(text, language.Tag.Value, language.IsRightToLeft ? "rtl" : "ltr"),
    ];
}
