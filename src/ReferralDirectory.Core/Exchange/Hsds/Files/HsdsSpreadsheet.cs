using System.Globalization;
using System.Text;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds.Files;

/// <summary>The whole directory as one table for people: a service a line, with everything one needs to reach it.</summary>
public static class HsdsSpreadsheet
{
    private const int FlushedAt = 64 * 1024;
    private const string Separator = "; ";

    /// <summary>Columns, in order; their headings come from the caller, in the reader's language.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["Organisation", "Service", "Types", "Audiences", "Eligibility", "Places", "Address", "Phones", "Emails", "Websites", "Languages", "Hours", "Confirmed", "Translation", "Source", "Created", "Version", "Licence"];

    /// <summary>Writes it as it is made.</summary>
    /// <param name="target">Gets UTF-8 with a byte order mark, without which spreadsheets guess another encoding.</param>
    /// <param name="directory">What there is.</param>
    /// <param name="mapping">How it is told.</param>
    /// <param name="headings">One for each column.</param>
    /// <param name="edition">Stands in each line, so that it stays with lines that are copied.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(Stream target, HsdsDirectory directory, HsdsMapping mapping, IReadOnlyList<string> headings, HsdsEdition edition, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("\uFEFF");
        CsvText.AppendLine(text, headings);
        foreach (var offer in directory.Services)
        {
            CsvText.AppendLine(text, Line(offer, mapping, edition));
            if (text.Length >= FlushedAt)
            {
                await SendAsync();
            }
        }

        await SendAsync();

        async Task SendAsync()
        {
            await target.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
            text.Clear();
        }
    }

    private static IEnumerable<string?> Line(HsdsOffer offer, HsdsMapping mapping, HsdsEdition edition)
    {
        var service = mapping.FullService(offer.Country, offer.Provider, offer.Service);
        return
        [
            service.Organization!.Name,
            service.Description,
            Terms(HsdsTaxonomyKind.AssistanceType),
            Terms(HsdsTaxonomyKind.Audience),
            service.EligibilityDescription,
            string.Join(Separator, service.ServiceAreas?.Select(area => area.Name) ?? []),
            string.Join(Separator, service.ServiceAtLocations?.SelectMany(link => link.Location?.Addresses ?? []).Select(address => address.Address1) ?? []),
            // As its country writes it: a spreadsheet would count with a plus and digits.
            string.Join(Separator, service.Phones?.Select(phone => phone.Description) ?? []),
            Contacts(offer.Provider, ContactKind.Email),
            Contacts(offer.Provider, ContactKind.Website, ContactKind.Messenger),
            string.Join(Separator, service.Languages?.Select(language => language.Name) ?? []),
            string.Join(Separator, service.Schedules?.Select(Hours) ?? []),
            service.AssuredDate,
            service.Translation is null ? null : mapping.Unreviewed,
            Terms(HsdsTaxonomyKind.Source),
            edition.Created.ToString(OpeningException.DayFormat, CultureInfo.InvariantCulture),
            edition.Version,
            edition.LicenceName,
        ];

        string Terms(HsdsTaxonomyKind kind) => string.Join(Separator, service.Attributes?.Where(attribute => attribute.LinkType == kind.Code()).Select(attribute => attribute.TaxonomyTerm?.Name) ?? []);
    }

    private static string Hours(Records.HsdsSchedule schedule) => string.Join(' ', new[]
    {
        schedule.Byday,
        schedule.ValidFrom == schedule.ValidTo ? schedule.ValidFrom : $"{schedule.ValidFrom}/{schedule.ValidTo}",
        schedule.OpensAt is null ? null : $"{schedule.OpensAt}-{schedule.ClosesAt}",
        schedule.Description,
    }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Contacts(Provider provider, params IReadOnlyList<ContactKind> kinds) =>
        string.Join(Separator, provider.Contacts.Where(contact => kinds.Contains(contact.Kind)).Select(contact => contact.Value));
}
