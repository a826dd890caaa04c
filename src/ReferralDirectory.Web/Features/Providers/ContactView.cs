using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>One way to reach a provider, with its own confirmation.</summary>
/// <param name="Kind">What sort of contact.</param>
/// <param name="Phone">For a number.</param>
/// <param name="International">
/// For a number: as a caller from another country writes it. Null for a free number: whether it can be called from abroad,
/// and is free then, we do not know.
/// </param>
/// <param name="Value">For anything else: as published.</param>
/// <param name="Host">
/// For an address whose host may look like another, since letters of several scripts stand in it: the host as the network knows it.
/// </param>
/// <param name="Href">Where it leads.</param>
/// <param name="Confirmed">When, by whom and how it was last checked, or that it was not.</param>
public sealed record ContactView(ContactKind Kind, PhoneLink? Phone, string? International, string Value, string? Host, string Href, ConfirmedText Confirmed)
{
    /// <inheritdoc cref="PublishedContact.Key"/>
    public required string Key { get; init; }

    /// <summary>What a reader may report of it: the words of each button, and what it sends.</summary>
    public required IReadOnlyList<(ReportKind Kind, string Words)> Reports { get; init; }

    public static ContactView From(PublishedContact contact, Texts texts) => new(
        contact.Kind,
        contact.Phone is null ? null : PhoneLink.From(contact, texts),
        contact.Phone is { IsFree: false } number ? Isolated(number.International) : null,
        contact.Value,
        contact.Phone is null ? ContactValue.AsciiHost(contact.Value) : null,
        HrefOf(contact),
        ConfirmedText.Of(contact.Confirmed, texts))
    {
        Key = contact.Key,
        Reports = [.. ReportsOf(contact.Kind).Select(report => (report.Kind, (string)texts[$"Provider.Report.{report.Words}"]))],
    };

    private static (ReportKind Kind, string Words)[] ReportsOf(ContactKind kind) => kind switch
    {
        ContactKind.Phone or ContactKind.Hotline => [(ReportKind.NobodyAnswered, "NobodyAnswered"), (ReportKind.Wrong, "WrongNumber")],
        ContactKind.Email or ContactKind.Messenger => [(ReportKind.NobodyAnswered, "NoReply"), (ReportKind.Wrong, "WrongAddress")],
        ContactKind.Website => [(ReportKind.Wrong, "DoesNotOpen")],
    };

    // So that a text written from the right does not turn the number around (Unicode, left-to-right isolate).
    private static string Isolated(string number) => $"\u2066{number}\u2069";

    private static string HrefOf(PublishedContact contact) => contact.Kind switch
    {
        ContactKind.Phone or ContactKind.Hotline => PhoneLink.Dial(contact.Value),
        ContactKind.Email => $"mailto:{contact.Value}",
        ContactKind.Website or ContactKind.Messenger => WebAddress.TryParse(contact.Value)!.AbsoluteUri,
    };
}
