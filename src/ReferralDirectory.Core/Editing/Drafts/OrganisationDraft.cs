using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>What an <see cref="Organisation"/> says. Lists are never null; texts and white space are as typed.</summary>
public sealed record OrganisationDraft : SubjectDraft
{
    /// <inheritdoc/>
    public override SubjectKind SubjectKind => SubjectKind.Organisation;

    /// <summary>Stays as it is once it was published.</summary>
    public string Slug { get; init; } = "";

    /// <summary>A source of the country.</summary>
    public Guid SourceId { get; init; }

    /// <summary>The name.</summary>
    public ImmutableArray<TextDraft> Name { get; init; } = [];

    /// <summary>BCP 47.</summary>
    public string OwnLanguage { get; init; } = "";

    /// <summary>Other names people type.</summary>
    public ImmutableArray<string> AlsoKnownAs { get; init; } = [];

    /// <summary>BCP 47 tags.</summary>
    public ImmutableArray<string> LanguagesSpoken { get; init; } = [];

    /// <summary>Empty where there is none to publish.</summary>
    public ImmutableArray<TextDraft> PublicAddress { get; init; } = [];

    /// <summary>Places of the country.</summary>
    public ImmutableArray<Guid> Places { get; init; } = [];

    /// <summary>In the order of the page.</summary>
    public ImmutableArray<ServiceDraft> Services { get; init; } = [];

    /// <summary>In the order of the page.</summary>
    public ImmutableArray<ContactDraft> Contacts { get; init; } = [];

    /// <summary>Null where they are not stated.</summary>
    public OpeningHoursDraft? OpeningHours { get; init; }
}
