using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Answer;

/// <summary>What an organisation filled in.</summary>
public sealed class AnswerForm(PostedForm form)
{
    public const string Right = "right";

    public const string Wrong = "wrong";

    /// <summary>The field for the reviewer's eyes.</summary>
    public const string NoteName = "note";

    private const string MarkPrefix = "is-";
    private const string ValuePrefix = "new-";

    // Goes with the form as long as it is not taken, and is no part of the answer.
    private const string GonePrefix = "gone-";

    public string Note => form.Text(NoteName);

    /// <summary>The field that says whether a contact is right.</summary>
    public static string MarkName(Guid contact) => MarkPrefix + contact;

    /// <summary>The field that says what is right instead.</summary>
    public static string ValueName(Guid contact) => ValuePrefix + contact;

    public string MarkOf(Guid contact) => form.Text(MarkName(contact));

    public string ValueOf(Guid contact) => form.Text(ValueName(contact));

    /// <summary>Corrections of contacts that are not there any more: they can only be copied.</summary>
    /// <param name="there">Contacts of the entry.</param>
    /// <param name="texts">Of the interface.</param>
    public IReadOnlyList<TextField> Gone(IReadOnlySet<Guid> there, Texts texts) =>
    [
        .. from prefix in new[] { ValuePrefix, GonePrefix }
           from name in form.Names
           where name.StartsWith(prefix, StringComparison.Ordinal) && IdOf(name, prefix) is { } id && !there.Contains(id)
           from copy in new TextField { Name = GonePrefix + name[prefix.Length..], Label = texts["Admin.Answer.Instead"], Value = form.Text(name) }.ToCopy()
           select copy,
    ];

    /// <summary>What must be changed first, by field.</summary>
    public IReadOnlyList<FieldError> Faults(OrganisationDraft entry, Texts texts) =>
    [
        .. entry.Contacts.All(contact => MarkOf(contact.Id).Length == 0) && Note.Trim().Length == 0 ? [new FieldError(MarkName(entry.Contacts[0].Id) + "-" + Right, texts["Admin.Answer.MarkOne"])] : Array.Empty<FieldError>(),
        .. entry.Contacts.Where(contact => FaultOf(contact, texts) is not null).Select(contact => new FieldError(ValueName(contact.Id), FaultOf(contact, texts)!)),
        .. Note.Trim().Length > Revision.NoteMaxLength ? [new FieldError(NoteName, texts["Admin.Answer.NoteTooLong", Revision.NoteMaxLength])] : Array.Empty<FieldError>(),
    ];

    /// <summary>What is wrong with a correction; null for nothing.</summary>
    public string? FaultOf(ContactDraft contact, Texts texts) =>
        MarkOf(contact.Id) == Right || ValueOf(contact.Id).Trim() is not { Length: > 0 } value ? null
            : value.Length > ContactPoint.ValueMaxLength ? texts["Admin.Answer.TooLong", ContactPoint.ValueMaxLength]
            : null;

    public LinkAnswer Read()
    {
        var marked = form.Names.Where(name => name.StartsWith(MarkPrefix, StringComparison.Ordinal)).Select(name => (Id: IdOf(name, MarkPrefix), Mark: form.Text(name))).Where(mark => mark.Id is not null).ToLookup(mark => mark.Mark, mark => mark.Id!.Value);
        var corrections = form.Names.Where(name => name.StartsWith(ValuePrefix, StringComparison.Ordinal)).Select(name => (Id: IdOf(name, ValuePrefix), Value: form.Text(name).Trim()))
            .Where(correction => correction.Id is { } id && correction.Value.Length > 0 && !marked[Right].Contains(id));
        return new LinkAnswer([.. marked[Right]], [.. marked[Wrong]], corrections.ToImmutableDictionary(correction => correction.Id!.Value, correction => correction.Value), Note);
    }

    private static Guid? IdOf(string name, string prefix) => Guid.TryParse(name.AsSpan(prefix.Length), out var id) ? id : null;
}
