using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Freshness;

/// <summary>Reads what the queue of contacts shows.</summary>
public sealed class FreshnessPages(ConfirmationArchive archive, Reader reader, TimeProvider time, Texts texts)
{
    /// <summary>Organisations on a page.</summary>
    public const int PageSize = 20;

    public async Task<FreshnessPage> ReadAsync(Actor actor, FreshnessInput input, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var all = StaleEntry.All(reader.Directory, actor, await archive.ReportsAsync(cancellationToken), now).ToList();
        var shown = StaleEntry.InOrder(all, input.Show).ToList();
        // What is confirmed leaves the list: the page one came from may be gone with it.
        var page = Pagination.Nearest(shown.Count, PageSize, input.Page);
        var entries = shown.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var latest = input.Show == FreshnessFilter.Lately
            ? await archive.LatestAsync([.. entries.SelectMany(entry => entry.Contacts).Select(contact => contact.Contact.Id)], cancellationToken)
            : new Dictionary<Guid, Confirmation>();
        return new FreshnessPage
        {
            Title = texts["Admin.Freshness.Title"],
            Input = input with { Page = page },
            Filters = Filters(all, input),
            Entries = [.. entries.Select(entry => new FreshnessPage.EntryLine(reader.Show(entry.Provider.Name), EntryLinks.Entry(entry.Provider.Id), [.. entry.Contacts.Where(contact => contact.IsShown(input.Show)).Select(contact => Line(contact, actor, entry, input, latest, now))]))],
            Pages = Pagination.For(shown.Count, PageSize, page, other => FreshnessLinks.Of(input.Show, other, input.How))!,
            AsksHow = actor.ReviewsCountries.Count > 0,
            MayConfirm = actor.ReviewsCountries.Count + actor.EditsOrganisations.Count > 0,
            Done = await DoneAsync(actor, input, cancellationToken),
        };
    }

    /// <summary>What grows old, in numbers that lead to the queue, and how it went over the months.</summary>
    public async Task<FreshnessSummary> SummaryAsync(Actor actor, CancellationToken cancellationToken)
    {
        var all = StaleEntry.All(reader.Directory, actor, await archive.ReportsAsync(cancellationToken), time.GetUtcNow().UtcDateTime).ToList();
        return new FreshnessSummary(
            [.. Filters(all, new FreshnessInput()).Where(filter => filter.Count > 0).Select(filter => filter with { IsCurrent = false })],
            MonthChart.Of(await archive.ByMonthAsync(actor, cancellationToken)));
    }

    /// <summary>The page after a form that cannot be taken.</summary>
    public FreshnessPage Refused(FreshnessPage page) => page with
    {
        Errors =
        [
            .. page.Input.Chosen.Count == 0 ? [new FieldError("list", texts["Admin.Freshness.TickFirst"])] : Array.Empty<FieldError>(),
            .. page.AsksHow && page.Input.How is null ? [new FieldError("how", texts["Admin.Freshness.SayHow"])] : Array.Empty<FieldError>(),
        ],
    };

    private List<FilterLink> Filters(List<StaleEntry> all, FreshnessInput input) =>
    [
        .. Enum.GetValues<FreshnessFilter>().Select(filter => new FilterLink(
            texts[$"Admin.Freshness.Filter.{filter}"],
            all.Sum(entry => entry.Contacts.Count(contact => contact.IsShown(filter))),
            FreshnessLinks.Of(filter, 1, input.How),
            filter == input.Show)),
    ];

    private FreshnessPage.ContactLine Line(StaleContact stale, Actor actor, StaleEntry entry, FreshnessInput input, IReadOnlyDictionary<Guid, Confirmation> latest, DateTime now)
    {
        var contact = stale.Contact;
        var undo = latest.GetValueOrDefault(contact.Id);
        return new FreshnessPage.ContactLine(
            contact.Id,
            texts[$"Admin.ContactKind.{contact.Kind}"],
            contact.Phone?.National ?? contact.Value,
            contact.Phone is null ? null : PhoneLink.Dial(contact.Value),
            contact.Confirmed is { } confirmed ? texts[$"Admin.Freshness.Ago.{confirmed.How}", confirmed.At, Core.Domain.Freshness.Days(confirmed.At, now)] : texts["Admin.Freshness.Never"],
            stale.State is FreshnessState.Over90Days,
            ReportsOf(stale.Reports),
            input.Contact.Contains(contact.Id),
            undo is not null && (undo.How == ConfirmationMethod.Told || actor.ReviewsCountries.Contains(entry.Country.Id)) ? undo.Id : null);
    }

    private string? ReportsOf(OpenReports? reports) => reports is null ? null : string.Join(' ', new[]
    {
        reports.NobodyAnswered > 0 ? texts["Admin.Freshness.NobodyAnswered", reports.NobodyAnswered] : null,
        reports.Wrong > 0 ? texts["Admin.Freshness.Wrong", reports.Wrong] : null,
        texts["Admin.Freshness.LastReport", reports.Last.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)],
    }.OfType<string>());

    private async Task<FreshnessPage.DoneNote?> DoneAsync(Actor actor, FreshnessInput input, CancellationToken cancellationToken)
    {
        if (input.Done is not ({ } ticks and > 0 and < long.MaxValue / 4))
        {
            return null;
        }

        var made = await archive.MadeAtAsync(actor, new DateTime(ticks, DateTimeKind.Utc), cancellationToken);
        return new FreshnessPage.DoneNote(
            [texts["Admin.Freshness.Confirmed", made.Length], .. input.Gone > 0 ? [texts["Admin.Freshness.Gone", input.Gone]] : Array.Empty<string>()],
            [.. made.Where(confirmation => confirmation.How == ConfirmationMethod.Told || actor.ReviewsCountries.Count > 0).Select(confirmation => confirmation.Id)]);
    }
}
