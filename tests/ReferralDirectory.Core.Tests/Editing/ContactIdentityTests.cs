using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Content;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>A confirmation belongs to a number, not to a line of a form.</summary>
public sealed class ContactIdentityTests : IDisposable
{
    private readonly EditingSite site = new(content => content.Replace(
        SmallContent.Helpers, "  - hotline: \"8 800 333 0016\"", "  - hotline: \"8 800 333 0016\"\n    confirmed: { on: 2025-12-01, how: visited, by: Us }"));

    [Fact]
    public async Task Publish_OfAnotherField_KeepsEveryIdAndConfirmation()
    {
        var before = await site.OrganisationAsync();

        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("New."));

        var after = await site.OrganisationAsync();
        Assert.Equal(before.Contacts.Select(contact => (contact.Id, contact.Value)).Order(), after.Contacts.Select(contact => (contact.Id, contact.Value)).Order());
        Assert.Single(Hotline(after).Confirmations);
        Assert.Equal(before.Services.Select(service => service.Id).Order(), after.Services.Select(service => service.Id).Order());
    }

    [Fact]
    public async Task Publish_OfAnotherValue_GivesANewIdAndLosesTheConfirmation()
    {
        var before = Hotline(await site.OrganisationAsync());

        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithContact(ContactKind.Hotline, "8 800 550 71 40"));

        var after = Hotline(await site.OrganisationAsync());
        Assert.Equal("+78005507140", after.Value);
        Assert.NotEqual(before.Id, after.Id);
        Assert.Empty(after.Confirmations);
    }

    [Fact]
    public async Task Publish_OfAnotherKind_GivesANewIdAndLosesTheConfirmation()
    {
        var draft = await site.HelpersAsync();
        var before = Hotline(await site.OrganisationAsync());

        await site.EditAsync(EditingSite.Helpers, draft with { Contacts = [.. draft.Contacts.Select(contact => contact.Id == before.Id ? contact with { Kind = ContactKind.Phone } : contact)] });

        var after = (await site.OrganisationAsync()).Contacts.Single(contact => contact.Value == before.Value);
        Assert.NotEqual(before.Id, after.Id);
        Assert.Empty(after.Confirmations);
    }

    [Fact]
    public async Task Publish_OfASwappedOrder_LeavesEachConfirmationWithItsNumber()
    {
        var draft = await site.HelpersAsync();
        // A form that sends the values in another order but the ids in the old one.
        var ids = draft.Contacts.Select(contact => contact.Id).ToList();

        await site.EditAsync(EditingSite.Helpers, draft with { Contacts = [.. draft.Contacts.Reverse().Select((contact, i) => contact with { Id = ids[i] })] });

        var after = await site.OrganisationAsync();
        Assert.Equal("+78003330016", Assert.Single(after.Contacts, contact => contact.Confirmations.Count > 0).Value);
        Assert.Equal(draft.Contacts.Reverse().Select(contact => contact.Value), after.Contacts.OrderBy(contact => contact.Position).Select(contact => contact.Value));
    }

    [Fact]
    public async Task Publish_OfTheSameNumberWrittenOtherwise_IsNoChange()
    {
        var before = Hotline(await site.OrganisationAsync());

        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithContact(ContactKind.Hotline, "8 (800) 333-00-16").WithDescription("New."));

        Assert.Equal(before.Id, Hotline(await site.OrganisationAsync()).Id);
    }

    [Fact]
    public async Task Publish_WithIdsOfAnotherOrganisation_LeavesThatOneAlone()
    {
        var theirs = await site.OrganisationAsync(EditingSite.NeighboursId);
        var draft = await site.HelpersAsync();

        await site.EditAsync(EditingSite.Helpers, draft with
        {
            Contacts = [.. draft.Contacts.Skip(1), new ContactDraft(theirs.Contacts[0].Id, ContactKind.Phone, "+7 495 123-45-67")],
            Services = [draft.Services[0] with { Id = theirs.Services[0].Id }, .. draft.Services.Skip(1)],
        });

        var after = await site.OrganisationAsync(EditingSite.NeighboursId);
        Assert.Equal((theirs.Contacts[0].Id, theirs.Contacts[0].Value, 1), (after.Contacts.Single().Id, after.Contacts.Single().Value, after.Contacts.Single().Confirmations.Count));
        Assert.Equal((theirs.Services[0].Id, theirs.Services[0].Description), (after.Services.Single().Id, after.Services.Single().Description));
        Assert.Equal(2, (await site.OrganisationAsync()).Services.Count);
    }

    public void Dispose() => site.Dispose();

    private static ContactPoint Hotline(Organisation organisation) => organisation.Contacts.Single(contact => contact.Kind == ContactKind.Hotline);
}
