using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Features.Providers;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryPreviews;

/// <summary>Shows a revision of an entry on the public page, to staff alone.</summary>
public sealed class EntryPreviewsController(CurrentActor current, RevisionArchive revisions, EntryArchive entries, DraftChoicesReader choices, Reader reader, Texts texts) : AdminController(texts)
{
    [PageRoute($"{EntryLinks.All}/preview/{{revision:guid}}")]
    public async Task<IActionResult> Show(Guid revision, CancellationToken cancellationToken)
    {
        if (await revisions.FindAsync(current.Actor, revision, cancellationToken) is not { Draft: OrganisationDraft draft, Summary: { } summary }
            || reader.Directory.Countries.FirstOrDefault(country => country.Id == summary.CountryId) is not { } country)
        {
            return NotFound();
        }

        var offered = await choices.ReadAsync(summary.CountryId, cancellationToken);
        var code = (await entries.FindAsync(current.Actor, summary.Subject.Id, cancellationToken))?.Country.Code ?? "";
        var provider = new PreviewProvider(draft, offered, reader.Directory, country, code).Make(summary.Subject.Id);
        var isOwnDraft = summary.State == RevisionState.Draft && summary.AuthorId == current.Actor.Id;
        return View(new PreviewPage
        {
            Title = T["Admin.EntryPreview.Title"],
            Provider = ProviderPage.For(reader.In(country), T, provider, isPreview: true),
            BackHref = isOwnDraft ? EditingLinks.Draft(revision) : EditingLinks.Review(revision),
        });
    }
}
