using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>Every text of an entry that is to be translated into one language, beside its original.</summary>
/// <param name="entry">Whose.</param>
/// <param name="language">Into which.</param>
/// <param name="reader">For whom.</param>
/// <param name="texts">Of the interface.</param>
public sealed class TranslationTask(EntryState entry, Language language, Reader reader, Texts texts) : EntryTask(entry, texts)
{
    /// <summary>What its names in addresses begin with.</summary>
    public const string Prefix = "translation-";

    public override string Slug => SlugOf(language.Tag);

    public override string Title => Texts["Admin.Translation.Title", language.Name];

    public override string Lead => Texts[HasTexts ? "Admin.Translation.Lead" : "Admin.Translation.Nothing"];

    /// <summary>False where every text is in this language already.</summary>
    public bool HasTexts => Places(Entry.Draft!).Any(place => IsTranslated(place.Text));

    public override string Href => EntryLinks.Task(Entry.Id, Slug);

    public override IReadOnlyList<string> Paths => [.. Places(Entry.Draft!).Select(place => LanguageText.PathOf(place.Path, language.Tag.Value))];

    /// <summary>Its name in the address.</summary>
    public static string SlugOf(LanguageTag language) => Prefix + language.Value;

    /// <inheritdoc/>
    /// <remarks>Originals are part of it: who translates them must know when they are not what stands beside.</remarks>
    public override OrganisationDraft PartOf(OrganisationDraft draft) => new()
    {
        Name = draft.Name,
        PublicAddress = draft.PublicAddress,
        Services = [.. draft.Services.Select(service => new ServiceDraft { Id = service.Id, Description = service.Description, Eligibility = service.Eligibility })],
        OpeningHours = draft.OpeningHours is { } hours ? new OpeningHoursDraft { Exceptions = [.. hours.Exceptions.Select(exception => new OpeningExceptionDraft { From = exception.From, Note = exception.Note })] } : null,
    };

    public override IReadOnlyList<Field> Fields(OrganisationDraft draft, FieldFaults faults) => Fields(draft, faults, null);

    // A street in another language is as public as the first one.
    public override IReadOnlyList<Field> Refuse(OrganisationDraft draft, PostedForm form)
    {
        var typed = Apply(draft, form);
        return PlacesTask.IsNotAgreed(draft, typed, form) ? Fields(typed, new FieldFaults([], Texts), Texts["Admin.Places.NotAgreed"]) : [];
    }

    // An original may be gone meanwhile, with its service or its day, or be written in this language now.
    public override IReadOnlyList<TextField> ToCopy(OrganisationDraft draft, PostedForm form)
    {
        var read = Places(draft).Where(place => IsTranslated(place.Text)).Select(place => LanguageText.PathOf(place.PathIn(form), language.Tag.Value)).ToHashSet();
        return
        [
            .. form.Names.Where(name => name.EndsWith(LanguageText.PathOf("", language.Tag.Value), StringComparison.Ordinal) && !read.Contains(name)).SelectMany(name => new TextField
            {
                Name = name,
                Label = KindOf(name),
                Value = form.Text(name),
                Lines = 3,
                Lang = language.Tag.Value,
                Dir = language.IsRightToLeft ? "rtl" : "ltr",
            }.ToCopy()),
        ];
    }

    public override OrganisationDraft Apply(OrganisationDraft draft, PostedForm form)
    {
        return draft with
        {
            Name = Read("Name", draft.Name),
            PublicAddress = Read("PublicAddress", draft.PublicAddress),
            Services = [.. draft.Services.Select(service => service with
            {
                Description = Read(PathOf(service, nameof(service.Description)), service.Description),
                Eligibility = Read(PathOf(service, nameof(service.Eligibility)), service.Eligibility),
            })],
            OpeningHours = draft.OpeningHours is not { } hours ? null : hours with
            {
                Exceptions = [.. hours.Exceptions.Select((exception, index) => exception with { Note = Read(NoteOf(exception, index).PathIn(form), exception.Note) })],
            },
        };

        ImmutableArray<TextDraft> Read(string path, ImmutableArray<TextDraft> before) => IsTranslated(before) ? form.Texts(path, [language], before, draft.OwnLanguage) : before;
    }

    private IReadOnlyList<Field> Fields(OrganisationDraft draft, FieldFaults faults, string? refusal) =>
    [
        .. Places(draft).Where(place => IsTranslated(place.Text)).Select(place => TranslationField.Of(place.Path, place.Label, language, Entry.Choices.Languages, place.Text, faults, Texts, place.Lines, place.MaxLength) with { Key = place.Day is { } day ? (place.DayName, day) : null }),
        .. IsTranslated(draft.PublicAddress) ? [PlacesTask.AgreedField(isAgreed: false, refusal, Texts)] : Array.Empty<Field>(),
    ];

    private static string PathOf(ServiceDraft service, string field) => $"Services[{service.Id}].{field}";

    // Services have no names: each is known by its first type.
    private string LabelOf(ServiceDraft service, string label) =>
        Entry.Choices.AssistanceTypes.FirstOrDefault(type => service.Types.Contains(type.Id)) is { } type ? $"{reader.Show(type.Name).Text}: {Texts[label]}" : Texts[label];

    // What has no original, or has it in this language, is written elsewhere.
    private bool IsTranslated(ImmutableArray<TextDraft> text) => TranslationField.OriginalOf(text) is { } original && original.Language != language.Tag.Value;

    // Of what the draft has not any more only the kind is known.
    private string KindOf(string name) => Texts[name switch
    {
        _ when name.StartsWith("Name[", StringComparison.Ordinal) => "Admin.Names.Name",
        _ when name.StartsWith("PublicAddress[", StringComparison.Ordinal) => "Admin.Places.Address",
        _ when name.Contains($".{nameof(ServiceDraft.Description)}[", StringComparison.Ordinal) => "Admin.Service.Description",
        _ when name.Contains($".{nameof(ServiceDraft.Eligibility)}[", StringComparison.Ordinal) => "Admin.Service.Eligibility",
        _ => "Admin.Hours.Note",
    }];

    private Place NoteOf(OpeningExceptionDraft exception, int index) =>
        new(HoursNames.Exception(index, "Note"), $"{Texts["Admin.Hours.Note"]} ({exception.From})", exception.Note, 1, OpeningException.NoteMaxLength) { Day = exception.From, Index = index };

    private IEnumerable<Place> Places(OrganisationDraft draft) =>
    [
        new("Name", Texts["Admin.Names.Name"], draft.Name, 1, Organisation.NameMaxLength),
        .. draft.Services.SelectMany(service => new Place[]
        {
            new(PathOf(service, nameof(service.Description)), LabelOf(service, "Admin.Service.Description"), service.Description, 4, Service.DescriptionMaxLength),
            new(PathOf(service, nameof(service.Eligibility)), LabelOf(service, "Admin.Service.Eligibility"), service.Eligibility, 3, Service.EligibilityMaxLength),
        }),
        .. draft.OpeningHours?.Exceptions.Select(NoteOf) ?? [],
        new("PublicAddress", Texts["Admin.Places.Address"], draft.PublicAddress, 1, Organisation.PublicAddressMaxLength),
    ];

    // A text of the draft, and what its field looks like.
    private sealed record Place(string Path, string Label, ImmutableArray<TextDraft> Text, int Lines, int MaxLength)
    {
        // The first day, where it is a note on days; these have no ids.
        public string? Day { get; init; }

        public int Index { get; init; }

        public string DayName => DayNameOf(Index);

        // Days may stand at other places than when the page was shown, so the form says of which each note is; empty where it has none of this day.
        public string PathIn(PostedForm form) => Day is null ? Path
            : Enumerable.Range(0, HoursForm.MostLines).Prepend(Index).Where(i => form.Text(DayNameOf(i)) == Day).Select(i => HoursNames.Exception(i, "Note")).FirstOrDefault("");

        private static string DayNameOf(int index) => HoursNames.Exception(index, "From");
    }
}
