using System.Text;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Search.Wording;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>The name in an address of an organisation that another directory knows, made from its name: the same whenever it is imported.</summary>
internal static class HsdsSlug
{
    /// <param name="name">Of the organisation.</param>
    public static string Of(string name)
    {
        var latin = Transliteration.Latin(name.ToLowerInvariant().Normalize(NormalizationForm.FormD));
        var words = new string([.. latin.Where(letter => !char.IsSurrogate(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        return slug.Length == 0 ? "organisation" : slug[..Math.Min(slug.Length, Slug.MaxLength - 9)].TrimEnd('-');
    }

    /// <summary>Another one, where an organisation of another name has it.</summary>
    /// <param name="slug">What is taken.</param>
    /// <param name="id">What the other directory calls it.</param>
    public static string Apart(string slug, string id) => $"{slug}-{StableId.Of("hsds", "imported", id).ToString("N")[..8]}";
}
