using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Core.Search.Wording;
using ReferralDirectory.Web.Features.Admin.Fields;

namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>What is asked of an organisation that is to be added: enough to find its draft again.</summary>
public sealed class NewEntryForm(PostedForm form, DraftChoices choices, EntryCountry country)
{
    public const string Country = "Country";
    public const string Name = "Name";
    public const string OwnLanguage = "OwnLanguage";

    /// <summary>The draft it begins with.</summary>
    /// <param name="taken">Addresses that others have.</param>
    public DraftInput Read(IReadOnlySet<string> taken)
    {
        var own = form.Text(OwnLanguage);
        var names = form.Texts(Name, choices.Languages, [], own);
        return new DraftInput
        {
            CountryId = country.Id,
            Draft = new OrganisationDraft
            {
                Name = names,
                OwnLanguage = own,
                Slug = Free(SlugOf(names.FirstOrDefault(name => name.Language == "en") ?? names.FirstOrDefault()), taken),
                SourceId = choices.Sources.Length == 1 ? choices.Sources[0].Id : Guid.Empty,
            },
        };
    }

    private static string SlugOf(TextDraft? name)
    {
        var latin = Transliteration.Latin(TextFolding.Fold(name?.Text ?? ""));
        var words = new string([.. latin.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        return slug.Length <= Slug.MaxLength - 3 ? slug : slug[..(Slug.MaxLength - 3)].TrimEnd('-');
    }

    private static string Free(string slug, IReadOnlySet<string> taken) =>
        slug.Length == 0 || !taken.Contains(slug) ? slug : Enumerable.Range(2, 98).Select(number => $"{slug}-{number}").FirstOrDefault(other => !taken.Contains(other)) ?? slug;
}
