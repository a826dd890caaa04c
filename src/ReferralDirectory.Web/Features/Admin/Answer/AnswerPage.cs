using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.EntryTasks;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Answer;

/// <summary>An organisation's contacts, for the organisation to mark.</summary>
public sealed record AnswerPage : StaffPage
{
    public required string Name { get; init; }

    /// <summary>What must be said first; null for nothing.</summary>
    public required string? Problem { get; init; }

    public required IReadOnlyList<FieldError> Errors { get; init; }

    public required IReadOnlyList<ContactLine> Contacts { get; init; }

    /// <summary>What else the entry says, in the reader's language.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    public required TextField Note { get; init; }

    /// <summary>What was typed for contacts that are not there any more.</summary>
    public required IReadOnlyList<TextField> ToCopy { get; init; }

    /// <summary>One contact.</summary>
    public sealed record ContactLine(Guid Id, string Kind, string Value, string Mark, TextField Correction);

    public static AnswerPage From(OrganisationDraft entry, AnswerForm? form, string? problem, Reader reader, Texts texts) => new()
    {
        // The name may say what it is against, and this stands in a history.
        Title = texts["Admin.Answer.Title"],
        Name = In(entry.Name, reader),
        Problem = problem,
        Errors = form?.Faults(entry, texts) ?? [],
        Contacts = [.. entry.Contacts.Select(contact => new ContactLine(contact.Id, texts[$"Admin.ContactKind.{contact.Kind}"], ContactText.International(contact), form?.MarkOf(contact.Id) ?? "", new TextField
        {
            Name = AnswerForm.ValueName(contact.Id),
            Label = texts["Admin.Answer.Instead"],
            Value = form?.ValueOf(contact.Id) ?? "",
            Error = form?.FaultOf(contact, texts),
            MaxLength = ContactPoint.ValueMaxLength,
        }))],
        Texts = [.. entry.Services.Select(service => In(service.Description, reader)).Where(text => text.Length > 0)],
        Note = NoteOf(form, texts),
        ToCopy = form?.Gone(entry.Contacts.Select(contact => contact.Id).ToHashSet(), texts) ?? [],
    };

    /// <summary>The note, as it was typed.</summary>
    public static TextField NoteOf(AnswerForm? form, Texts texts) => new()
    {
        Name = AnswerForm.NoteName,
        Label = texts["Admin.Answer.Note"],
        Hint = texts["Admin.Answer.NoteHint"],
        Value = form?.Note ?? "",
        Error = form?.Note.Trim().Length > Revision.NoteMaxLength ? texts["Admin.Answer.NoteTooLong", Revision.NoteMaxLength] : null,
        Lines = 4,
        MaxLength = Revision.NoteMaxLength,
    };

    private static string In(ImmutableArray<TextDraft> text, Reader reader) =>
        (text.FirstOrDefault(translation => translation.Language == reader.Language.Tag.Value) ?? text.FirstOrDefault(translation => translation.State == TranslationState.Original) ?? text.FirstOrDefault())?.Text ?? "";
}
