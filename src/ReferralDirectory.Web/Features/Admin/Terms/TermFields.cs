using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Terms;

/// <summary>The questions of a term.</summary>
/// <param name="faults">Of its draft.</param>
/// <param name="languages">Of the site.</param>
/// <param name="isNew">It was never published.</param>
/// <param name="noPosition">What was typed for its position, where that is none.</param>
/// <param name="texts">Of the interface.</param>
public sealed class TermFields(IEnumerable<DraftFault> faults, ImmutableArray<Language> languages, bool isNew, string noPosition, Texts texts)
{
    private readonly FieldFaults found = new(faults, texts);

    public IReadOnlyList<Field> Of(SubjectDraft draft) => draft switch
    {
        AssistanceTypeDraft type =>
        [
            Localised("Name", type.Name, AssistanceType.NameMaxLength),
            Localised("Need", type.Need, AssistanceType.NeedMaxLength),
            .. languages.Select(language => Words(language, type.SearchWords)),
            Position(type.Position),
            OnHome(type.IsOnHome),
            .. Slug(type.Slug),
        ],
        AudienceDraft audience =>
        [
            Localised("Name", audience.Name, Audience.NameMaxLength),
            .. languages.Select(language => Words(language, audience.SearchWords)),
            Position(audience.Position),
            .. Slug(audience.Slug),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(draft)),
    };

    private LocalisedField Localised(string name, ImmutableArray<TextDraft> value, int most) =>
        LocalisedField.Of(name, texts[$"Admin.FieldName.{name}"], languages, value, found, texts, maxLength: most, hint: texts[$"Admin.Term.Hint.{name}"]);

    private TextField Words(Language language, ImmutableArray<SearchWordsDraft> lists) => new()
    {
        Name = TermForm.WordsIn(language.Tag.Value),
        Label = $"{texts["Admin.FieldName.SearchWords.Words"]} ({language.Name})",
        Hint = texts["Admin.Term.Hint.SearchWords"],
        Value = string.Join('\n', lists.FirstOrDefault(list => list.Language == language.Tag.Value)?.Words ?? []),
        Error = found[TermForm.WordsIn(language.Tag.Value)],
        Lines = 5,
        Lang = language.Tag.Value,
        Dir = language.IsRightToLeft ? "rtl" : "ltr",
    };

    private TextField Position(int value) => new()
    {
        Name = "Position",
        Label = texts["Admin.FieldName.Position"],
        Hint = texts["Admin.Term.Hint.Position"],
        Value = value < 0 ? noPosition : (value + 1).ToString(CultureInfo.InvariantCulture),
        Error = found["Position"] is null ? null : texts["Admin.Term.NotAPosition"],
        IsShort = true,
    };

    private ChoiceField OnHome(bool value) => new()
    {
        Name = "IsOnHome",
        Label = texts["Admin.FieldName.IsOnHome"],
        Style = ChoiceStyle.Checkboxes,
        Choices = [new Choice("true", texts["Admin.Term.OnHome"], value)],
    };

    // Stays as it is once it was published.
    private IEnumerable<Field> Slug(string value) => !isNew ? [] :
    [
        new TextField
        {
            Name = "Slug",
            Label = texts["Admin.FieldName.Slug"],
            Hint = texts["Admin.Term.Hint.Slug"],
            Value = value,
            Error = found["Slug"],
            Lang = "en",
            Dir = "ltr",
        },
    ];
}
