using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Rules;

/// <summary>Collects faults; the checks that several kinds of drafts share.</summary>
internal sealed class FaultList(KnownTerms known)
{
    private readonly List<DraftFault> faults = [];

    public KnownTerms Known => known;

    public ImmutableArray<DraftFault> All => [.. faults.Distinct()];

    public void Add(string path, DraftFaultReason reason, int? limit = null) => faults.Add(new DraftFault(path, reason, limit));

    public void AddIf(bool isFault, string path, DraftFaultReason reason, int? limit = null)
    {
        if (isFault)
        {
            Add(path, reason, limit);
        }
    }

    /// <summary>A text of one language.</summary>
    public void Line(string path, string text, int maxLength)
    {
        AddIf(text.Length == 0, path, DraftFaultReason.Missing);
        AddIf(text.Length > maxLength, path, DraftFaultReason.TooLong, maxLength);
        AddIf(!VisibleText.IsText(text), path, DraftFaultReason.InvisibleCharacter);
        AddIf(text.Length > 0 && !VisibleText.HasWord(text), path, DraftFaultReason.NoWord);
    }

    /// <summary>A text in several languages; the site's languages are not all owed, the original is.</summary>
    public void Texts(string path, ImmutableArray<TextDraft> texts, int maxLength, bool isOptional = false)
    {
        if (texts.IsEmpty)
        {
            AddIf(!isOptional, path, DraftFaultReason.Missing);
            return;
        }

        foreach (var text in texts)
        {
            Line($"{path}[{text.Language}]", text.Text, maxLength);
            AddIf(!known.Languages.Contains(text.Language), $"{path}[{text.Language}]", DraftFaultReason.UnknownLanguage);
        }

        AddIf(texts.Count(text => text.State == TranslationState.Original) != 1, path, DraftFaultReason.NotOneOriginal);
        AddIf(texts.DistinctBy(text => text.Language).Count() != texts.Length, path, DraftFaultReason.Repeated);
    }

    public void SearchWords(string path, ImmutableArray<SearchWordsDraft> lists)
    {
        foreach (var list in lists)
        {
            Language($"{path}[{list.Language}]", list.Language);
            foreach (var word in list.Words)
            {
                Line($"{path}[{list.Language}]", word, Domain.SearchWords.WordMaxLength);
            }
        }

        AddIf(lists.DistinctBy(list => list.Language).Count() != lists.Length, path, DraftFaultReason.Repeated);
    }

    public void Language(string path, string text) => AddIf(!LanguageTag.TryParse(text, out _), path, DraftFaultReason.NotALanguage);

    /// <param name="slug">As drafted.</param>
    /// <param name="published">As published; null for a new entry.</param>
    public void Slug(string slug, string? published)
    {
        AddIf(!Domain.Slug.TryParse(slug, out _), "Slug", DraftFaultReason.NotASlug);
        AddIf(published is not null && slug != published, "Slug", DraftFaultReason.Fixed);
        AddIf(known.IsNameTaken, "Slug", DraftFaultReason.Taken);
    }

    public void References(string path, IEnumerable<Guid> ids, ImmutableHashSet<Guid> there) =>
        AddIf(ids.Any(id => !there.Contains(id)), path, DraftFaultReason.UnknownReference);
}
