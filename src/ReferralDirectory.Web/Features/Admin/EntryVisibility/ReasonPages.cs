using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryVisibility;

/// <summary>Makes the pages that ask why.</summary>
public sealed class ReasonPages(Reader reader, Texts texts)
{
    /// <param name="entry">Which.</param>
    /// <param name="typed">The reason so far.</param>
    /// <param name="refused">What became of the last attempt; null at first.</param>
    public ReasonPage TakeDown(EntrySummary entry, string typed, EditResult? refused) => ReasonOf(entry, "TakeDown", EntryLinks.TakeDown(entry.Id), typed, refused);

    /// <inheritdoc cref="TakeDown"/>
    public ReasonPage BringBack(EntrySummary entry, string typed, EditResult? refused) => ReasonOf(entry, "BringBack", EntryLinks.BringBack(entry.Id), typed, refused);

    /// <summary>A reason for what somebody else did first: there is nothing left to do with it.</summary>
    public ReasonPage Past(EntrySummary entry, string typed) =>
        entry.TakenDown is null ? BringBack(entry, typed, null) with { Past = texts["Admin.Entry.Done.not-down"] } : TakeDown(entry, typed, null) with { Past = texts["Admin.Entry.Done.is-down"] };

    private ReasonPage ReasonOf(EntrySummary entry, string what, string href, string typed, EditResult? refused) => new()
    {
        Title = texts[$"Admin.{what}.Title"],
        EntryName = EntryWords.Name(entry, reader, texts),
        Consequences = [texts[$"Admin.{what}.First"], texts[$"Admin.{what}.Second"], texts[$"Admin.{what}.Third"]],
        Button = texts[$"Admin.{what}.Do"],
        Href = href,
        BackHref = EntryLinks.Entry(entry.Id),
        Reason = new TextField
        {
            Name = "reason",
            Label = texts[$"Admin.{what}.Reason"],
            Hint = texts["Admin.TakeDown.ReasonHint"],
            Error = refused switch
            {
                null => null,
                EditResult.Faulty { Faults: [var fault, ..] } => FieldFaults.TextOf(fault, texts),
                _ => Refusal.SentenceOf(refused, texts),
            },
            Value = typed,
            Lines = 3,
            MaxLength = Revision.ReasonMaxLength,
        },
    };
}
