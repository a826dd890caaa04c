using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Content;

/// <summary>One file while it is read: where its faults go, and what languages its texts are in.</summary>
internal sealed class ContentFile(string path, ICollection<ContentFault> faults, DateTime now)
{
    /// <summary>Below the content folder, with forward slashes.</summary>
    public string Path { get; } = path;

    /// <summary>When the file is read, UTC.</summary>
    public DateTime Now { get; } = now;

    /// <summary>Every language a text of this file needs, and its state there. Empty until the head of the file was read.</summary>
    public ImmutableArray<(LanguageTag Language, TranslationState State)> Languages { get; set; } = [];

    /// <summary>Reports and goes on: a reader wants all faults in one go.</summary>
    public void Fault(int line, string message) => faults.Add(new ContentFault(Path, line, message));
}
