using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Admin.ConfirmationLinks;

/// <summary>Reads the links of an organisation.</summary>
public sealed class LinksPages(ConfirmationLinkDesk desk, EntryArchive entries, StaffNames staff, SiteOptions site, IHttpContextAccessor accessor, TimeProvider time, Reader reader, Texts texts)
{
    /// <param name="actor">Who.</param>
    /// <param name="organisation">Whose.</param>
    /// <param name="token">Of a link that was just made; otherwise null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where there is none, or the actor is no reviewer of its country.</returns>
    public async Task<LinksPage?> FindAsync(Actor actor, Guid organisation, string? token, CancellationToken cancellationToken)
    {
        if (await entries.FindAsync(actor, organisation, cancellationToken) is not { } entry || await desk.ListAsync(actor, organisation, cancellationToken) is not { } links)
        {
            return null;
        }

        var names = await staff.ReadAsync(links.Select(link => (Guid?)link.MakerId), cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        return new LinksPage
        {
            Title = texts["Admin.Link.Title"],
            EntryName = EntryWords.Name(entry, reader, texts),
            Organisation = organisation,
            Address = token is null ? null : AddressOf(token),
            HasOpen = links.Any(link => link.IsOpen(now)),
            Links = [.. links.Select(link => (texts.Html($"Admin.Link.Is{StateOf(link, now)}", RevisionView.NameOf(link.MakerId, names, texts), new Moment(link.MadeAt, reader, texts), new Moment(WhenOf(link), reader, texts)), link.RevisionId is { } revision ? EditingLinks.Review(revision) : null))],
        };
    }

    private static string StateOf(ConfirmationLink link, DateTime now) =>
        link.UsedAt is not null ? "Used" : link.RevokedAt is not null ? "Revoked" : link.IsOpen(now) ? "Open" : "Expired";

    private static DateTime WhenOf(ConfirmationLink link) => link.UsedAt ?? link.RevokedAt ?? link.ExpiresAt;

    private string AddressOf(string token) => new Uri(site.AddressFor(accessor.HttpContext!.Request), AnswerLinks.AnswerBy(token)).ToString();
}
