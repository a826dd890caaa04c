using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data;

/// <summary>Small values kept as JSON in one text column, the same on every database.</summary>
internal static class JsonText
{
    // Cyrillic stays readable, and half as long, in the file.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public sealed class OfLocalisedText() : ValueConverter<LocalisedText, string>(
        text => Write(text),
        json => StoredJson.LocalisedText(json));

    public sealed class OfSearchWords() : ValueConverter<ImmutableArray<SearchWords>, string>(
        words => Write(words.Select(w => new SearchWordsJson(w.Language.Value, w.Words))),
        json => StoredJson.SearchWords(json));

    public sealed class OfStrings() : ValueConverter<ImmutableArray<string>, string>(
        list => Write(list),
        json => StoredJson.Strings(json));

    public sealed class OfLanguages() : ValueConverter<ImmutableArray<LanguageTag>, string>(
        list => Write(list.Select(tag => tag.Value)),
        json => StoredJson.Languages(json));

    public sealed class OfGuids() : ValueConverter<ImmutableArray<Guid>, string>(
        list => Write(list),
        json => JsonSerializer.Deserialize<ImmutableArray<Guid>>(json, Options));

    public sealed class OfOpeningHours() : ValueConverter<OpeningHours, string>(
        hours => OpeningHoursJson.Write(hours),
        json => OpeningHoursJson.Read(json));

    // Immutable arrays compare by reference of the array inside; a changed value is always a new array.
    public sealed class SearchWordsComparer() : ValueComparer<ImmutableArray<SearchWords>>(
        (a, b) => a.Equals(b), words => words.GetHashCode(), words => words);

    public sealed class StringsComparer() : ValueComparer<ImmutableArray<string>>(
        (a, b) => a.Equals(b), words => words.GetHashCode(), words => words);

    public sealed class LanguagesComparer() : ValueComparer<ImmutableArray<LanguageTag>>(
        (a, b) => a.Equals(b), tags => tags.GetHashCode(), tags => tags);

    public sealed class GuidsComparer() : ValueComparer<ImmutableArray<Guid>>(
        (a, b) => a.Equals(b), ids => ids.GetHashCode(), ids => ids);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static string Write(LocalisedText text) => Write(text.Translations.Select(t => new TranslationJson(t.Language.Value, t.Text, t.State, t.OfHash)));

    private sealed record TranslationJson(string Lang, string Text, TranslationState State, string? Of);

    private sealed record SearchWordsJson(string Lang, ImmutableArray<string> Words);
}
