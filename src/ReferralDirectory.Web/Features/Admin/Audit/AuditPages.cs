using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Audit;

/// <summary>Reads what the pages of the audit log show.</summary>
public sealed class AuditPages(AuditReader log, AuditVerifier verifier, EntryArchive entries, StaffNames staff, GrantNames grants, Reader reader, Texts texts)
{
    public async Task<AuditPage> FindAsync(Actor actor, Guid? subject, long? before, ModelStateDictionary posted, CancellationToken cancellationToken)
    {
        // One more than the page shows tells whether there are older ones.
        var read = await log.ReadAsync(actor, subject, before, AuditPage.Length + 1, cancellationToken);
        var shown = read.Take(AuditPage.Length).ToList();
        var people = await staff.ReadWithAddressesAsync(shown.Select(logged => logged.Entry).OfType<AuditEntry>().SelectMany(entry => new[] { entry.ActorId, entry.SubjectKind == AuditSubject.Account ? entry.SubjectId : null }), cancellationToken);
        var subjects = await NamesAsync(actor, cancellationToken);
        return new AuditPage
        {
            Title = texts["Admin.Audit.Title"],
            Entries = [.. shown.Select(logged => logged.Entry is { } entry ? AuditLine.From(entry, people, subjects, grants, reader, texts) : AuditLine.Unreadable(logged.Number, texts))],
            Kept = new TextField { Name = "kept", Label = texts["Admin.Audit.Kept"], Hint = texts["Admin.Audit.KeptHint"], Dir = "ltr" }.In(posted),
            Subject = SubjectField(subject, subjects, await staff.AllAsync(cancellationToken)),
            OlderHref = read.Length > AuditPage.Length ? EditingLinks.AuditBefore(shown[^1].Number, subject) : null,
        };
    }

    public async Task<VerifiedPage> VerifyAsync(Actor actor, AuditMark? kept, CancellationToken cancellationToken)
    {
        var report = await verifier.VerifyAsync(kept, cancellationToken);
        return new VerifiedPage
        {
            Title = texts[report.IsWhole ? "Admin.Audit.Whole" : "Admin.Audit.Broken"],
            IsWhole = report.IsWhole,
            What = report.Broken is var (number, fault) ? texts[$"Admin.AuditFault.{fault}", number]
                : report.Contents.IsEmpty ? texts["Admin.Audit.Entries", report.Entries] : texts["Admin.Audit.Contents", report.Contents.Length],
            Contents = report.Contents.IsEmpty ? [] : [.. report.Contents.Select(Line(new Dictionary<Guid, string>([.. await NamesAsync(actor, cancellationToken), .. await staff.AllAsync(cancellationToken)])))],
            NotCovered =
            [
                .. report.Unsealed == 0 ? Array.Empty<string>() : [texts["Admin.Audit.Unsealed", report.Unsealed]],
                .. report.PartlySealed == 0 ? Array.Empty<string>() : [texts["Admin.Audit.PartlySealed", report.PartlySealed]],
            ],
            Next = texts[report.IsWhole ? "Admin.Audit.WholeNext" : "Admin.Audit.BrokenNext"],
            Kept = report.IsWhole && kept is not null ? texts["Admin.Audit.KeptFits", kept.Number] : null,
            Mark = report.Broken is null ? report.Mark.ToString() : null,
        };
    }

    private Func<BrokenContent, ContentLine> Line(Dictionary<Guid, string> names) => content => new ContentLine(
        texts[$"Admin.Kind.{content.Kind}"],
        Guid.TryParse(content.Id, out var id) && names.TryGetValue(id, out var name) ? name : content.Name.Length > 0 ? content.Name : content.Id,
        texts[$"Admin.ContentFault.{content.Fault}"],
        string.Join(", ", content.Fields.Select(field => texts.Find($"Admin.FieldName.{field}") ?? field)),
        id != Guid.Empty && SubjectOf(content.Kind) is { } kind ? EditingLinks.History(new Subject(kind, id)) : null);

    private static SubjectKind? SubjectOf(AuditSubject kind) => kind switch
    {
        AuditSubject.Organisation => SubjectKind.Organisation,
        AuditSubject.StepText => SubjectKind.StepText,
        AuditSubject.AssistanceType => SubjectKind.AssistanceType,
        AuditSubject.Audience => SubjectKind.Audience,
        AuditSubject.Account or AuditSubject.Site => null,
    };

    // With what is not public: taken down, or never published.
    private async Task<Dictionary<Guid, string>> NamesAsync(Actor actor, CancellationToken cancellationToken)
    {
        var names = SubjectNames.Of(reader, texts);
        foreach (var entry in await entries.ListAsync(actor, cancellationToken))
        {
            names.TryAdd(entry.Id, EntryWords.Name(entry, reader, texts).Text);
        }

        return names;
    }

    private ChoiceField SubjectField(Guid? chosen, Dictionary<Guid, string> names, IReadOnlyDictionary<Guid, string> people) => new()
    {
        Name = "subject",
        Label = texts["Admin.Audit.Subject"],
        Style = ChoiceStyle.Select,
        Choices =
        [
            new Choice("", texts["Admin.Audit.All"], chosen is null),
            .. people.Select(person => KeyValuePair.Create(person.Key, $"{texts[$"Admin.Kind.{AuditSubject.Account}"]}: {person.Value}")).Concat(names)
                .OrderBy(name => name.Value, StringComparer.CurrentCultureIgnoreCase).Select(name => new Choice(name.Key.ToString(), name.Value, name.Key == chosen)),
        ],
    };
}
