using System.Collections.Immutable;
using System.Data.Common;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>Columns as what they mean: the counterpart of the conversions in <see cref="DirectoryDb"/>.</summary>
internal static class Columns
{
    public static Slug Slug(this DbDataReader row, int column) => Domain.Slug.Parse(row.GetString(column));

    public static LanguageTag Language(this DbDataReader row, int column) => LanguageTag.Parse(row.GetString(column));

    public static LocalisedText Localised(this DbDataReader row, int column) => StoredJson.LocalisedText(row.GetString(column));

    public static ImmutableArray<SearchWords> SearchWords(this DbDataReader row, int column) => StoredJson.SearchWords(row.GetString(column));

    public static ImmutableArray<string> Strings(this DbDataReader row, int column) => StoredJson.Strings(row.GetString(column));

    public static ImmutableArray<LanguageTag> Languages(this DbDataReader row, int column) => StoredJson.Languages(row.GetString(column));

    public static LocalisedText? LocalisedOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Localised(column);

    public static OpeningHours? Hours(this DbDataReader row, int column) => row.IsDBNull(column) ? null : OpeningHoursJson.Read(row.GetString(column));

    public static DateTime Utc(this DbDataReader row, int column) => TimeText.Read(row.GetString(column));

    public static T Named<T>(this DbDataReader row, int column)
#pragma warning disable CA2263 // The generic method is compiled at the start for each type, and three more with it.
        where T : struct, Enum => (T)Enum.Parse(typeof(T), row.GetString(column));
#pragma warning restore CA2263
}
