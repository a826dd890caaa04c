using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Web.Features.Admin.EntryTasks;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>Where an organisation is added.</summary>
public sealed record NewEntryPage : StaffPage
{
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>Why it was not added, and what to do next; null before.</summary>
    public string? Problem { get; init; }

    public IReadOnlyList<FieldError> Errors => [.. Fields.SelectMany(question => question.Errors)];

    /// <param name="countries">In which one may be added; at least one.</param>
    /// <param name="chosen">One of these.</param>
    /// <param name="choices">Of that country.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="isFirst">True before anything was typed: then nothing is missing yet.</param>
    /// <param name="reader">For whom.</param>
    /// <param name="texts">Of the interface.</param>
    public static NewEntryPage From(IReadOnlyList<EntryCountry> countries, EntryCountry chosen, DraftChoices choices, OrganisationDraft typed, bool isFirst, Reader reader, Texts texts) => new()
    {
        Title = texts["Admin.Entries.Add"],
        Fields =
        [
            LocalisedField.Of(NewEntryForm.Name, texts["Admin.Names.Name"], choices.Languages, typed.Name, new FieldFaults(isFirst || !typed.Name.IsEmpty ? [] : [new DraftFault("Name", DraftFaultReason.Missing)], texts), texts, maxLength: Organisation.NameMaxLength, hint: texts["Admin.Names.NameHint"]),
            NamesTask.OwnLanguageField(typed.OwnLanguage, null, texts),
            .. countries.Count == 1 ? Array.Empty<Field>() :
            [
                new ChoiceField
                {
                    Name = NewEntryForm.Country,
                    Label = texts["Admin.Entries.Country"],
                    Style = ChoiceStyle.Radios,
                    Choices = [.. countries.Select(country => new Choice(country.Id.ToString(), reader.Show(country.Name).Text, country == chosen, reader.Show(country.Name).Lang))],
                },
            ],
        ],
    };
}
