using System.Globalization;
using System.Text.RegularExpressions;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Exchange.Csv;

namespace ReferralDirectory.Core.Exchange;

/// <summary>Says where in a file a field of a draft stands.</summary>
/// <param name="wire">The organisation in the file.</param>
/// <param name="isTable">False for a list in JSON.</param>
internal sealed partial class FaultPlaces(OrganisationWire wire, bool isTable)
{
    /// <param name="path">Of a field: items of a list are named by id or by place.</param>
    /// <param name="draft">What was made of the organisation.</param>
    public (int Row, string Column) Of(string path, OrganisationDraft draft)
    {
        if (Item().Match(path) is not { Success: true } match)
        {
            return (wire.Row, Column(path, path));
        }

        var list = match.Groups["list"].Value;
        var index = Index(list, match.Groups["key"].Value, draft);
        var rest = match.Groups["rest"].Value;
        var row = list switch
        {
            "Services" => wire.Services[index].Row,
            "Contacts" => wire.Contacts[index].Row,
            _ => wire.Hours!.OtherDays[index].Row,
        };
        return (row, Column($"{list}{rest}", $"{list}[{index.ToString(CultureInfo.InvariantCulture)}]{rest}"));
    }

    private int Index(string list, string key, OrganisationDraft draft)
    {
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return index;
        }

        var id = Guid.Parse(key);
        if (list == "Services")
        {
            return Math.Max(0, draft.Services.IndexOf(draft.Services.First(service => service.Id == id)));
        }

        // Settling leaves contacts out that say nothing.
        var place = draft.Contacts.Select(contact => contact.Id).ToList().IndexOf(id);
        return wire.Contacts.Select((contact, i) => (contact, i)).Where(item => item.contact.Value.Trim().Length > 0).ElementAt(place).i;
    }

    private string Column(string label, string path) => isTable
        ? CsvColumns.NameOf(label)
        : Names().Replace(path, name => $"{char.ToLowerInvariant(name.Value[0])}{name.Value[1..]}")
            .Replace("sourceId", "source", StringComparison.Ordinal).Replace("slug", "organisation", StringComparison.Ordinal)
            .Replace("publicAddress", "address", StringComparison.Ordinal).Replace("openingHours", "hours", StringComparison.Ordinal)
            .Replace("exceptions", "otherDays", StringComparison.Ordinal).Replace("ranges", "hours", StringComparison.Ordinal);

    [GeneratedRegex(@"\A(?<list>Services|Contacts|OpeningHours\.Exceptions)\[(?<key>[^\]]+)\](?<rest>.*)\z")]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<=^|\.)[A-Z]\w*")]
    private static partial Regex Names();
}
