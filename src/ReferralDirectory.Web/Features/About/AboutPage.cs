using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.About;

public sealed record AboutPage : Page
{
    public required IReadOnlyList<ShownText> Sources { get; init; }

    public required int Providers { get; init; }

    public required int Contacts { get; init; }

    public required int ConfirmedContacts { get; init; }

    public static AboutPage For(Reader reader, Texts texts)
    {
        var contacts = reader.Country.Providers.SelectMany(provider => provider.Contacts).ToList();
        return new AboutPage
        {
            Title = texts["About.Title"],
            Sources = [.. reader.Country.Sources.Select(source => reader.Show(source.Name))],
            Providers = reader.Country.Providers.Length,
            Contacts = contacts.Count,
            ConfirmedContacts = contacts.Count(contact => contact.Confirmed is not null),
        };
    }
}
