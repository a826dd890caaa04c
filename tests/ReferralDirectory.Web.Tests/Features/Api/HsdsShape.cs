using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>What the standard asks of each record, written down by hand: a star marks what must be there.</summary>
internal static partial class HsdsShape
{
    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["organization"] = "id*:uuid name*:text alternate_name:text description*:text email:email website:uri translation:unreviewed additional_websites:[url contacts:[contact phones:[phone locations:[location services:[service",
        ["service"] = "id*:uuid organization_id:uuid name*:text description:text url:uri email:email status*:active eligibility_description:text assured_date:date last_modified:time translation:unreviewed organization:organization phones:[phone schedules:[schedule service_areas:[service_area service_at_locations:[service_at_location languages:[language attributes:[attribute",
        ["url"] = "id*:uuid label:text url*:uri organization_id:uuid",
        ["contact"] = "id*:uuid organization_id:uuid email:email",
        ["phone"] = "id*:uuid organization_id:uuid number*:number type:voice description:text",
        ["location"] = "id*:uuid location_type*:physical organization_id:uuid name:text addresses:[address",
        ["address"] = "id*:uuid location_id:uuid address_1*:text city*:any state_province*:any postal_code*:any country*:country address_type*:physical",
        ["schedule"] = "id*:uuid service_id:uuid valid_from:date valid_to:date wkst:MO freq:WEEKLY byday:days timezone:hours description:text opens_at:clock closes_at:clock",
        ["service_area"] = "id*:uuid service_id:uuid name:text",
        ["service_at_location"] = "id*:uuid service_id:uuid location_id:uuid location:location service:service service_areas:[service_area phones:[phone schedules:[schedule",
        ["language"] = "id*:uuid service_id:uuid name:text code:iso639",
        ["attribute"] = "id*:uuid link_id:uuid taxonomy_term_id:uuid link_type:text link_entity:service_table taxonomy_term:taxonomy_term",
        ["taxonomy"] = "id*:uuid name*:text description*:text",
        ["taxonomy_term"] = "id*:uuid code:text name*:text description*:text taxonomy:text language:iso639 taxonomy_id:uuid",
        ["list"] = "total_items*:count total_pages*:count page_number*:count size*:count first_page*:bool last_page*:bool empty*:bool contents*:array",
        ["modified"] = "id*:uuid modified_date:time",
    };

    /// <summary>Fails where the record is not as the standard has it, or says what is not written down here.</summary>
    public static void Check(string shape, JsonElement record)
    {
        var parts = Shapes[shape].Split(' ').Select(part => part.Split(':')).ToList();
        foreach (var part in parts.Where(part => part[0].EndsWith('*')))
        {
            Assert.True(record.TryGetProperty(part[0].TrimEnd('*'), out _), $"{shape} lacks {part[0]}: {record}");
        }

        foreach (var property in record.EnumerateObject())
        {
            var kind = parts.SingleOrDefault(part => part[0].TrimEnd('*') == property.Name)?[1];
            Assert.True(kind is not null, $"{shape} has {property.Name}");
            if (kind.StartsWith('['))
            {
                Assert.NotEmpty(property.Value.EnumerateArray());
                Assert.All(property.Value.EnumerateArray(), item => Check(kind[1..], item));
            }
            else if (Shapes.ContainsKey(kind))
            {
                Check(kind, property.Value);
            }
            else
            {
                Assert.True(Is(kind, property.Value), $"{shape}.{property.Name} is no {kind}: {property.Value}");
            }
        }
    }

    private static bool Is(string kind, JsonElement value) => kind switch
    {
        "uuid" => Guid.TryParseExact(value.GetString(), "D", out _),
        "text" => value.GetString() is { Length: > 0 },
        "any" => value.ValueKind == JsonValueKind.String,
        "uri" => Uri.TryCreate(value.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && value.GetString()!.All(char.IsAscii),
        "email" => MailAddress.TryCreate(value.GetString(), out _) && value.GetString()!.All(char.IsAscii),
        "active" or "voice" or "physical" or "MO" or "WEEKLY" or "unreviewed" => value.GetString() == kind,
        "service_table" => value.GetString() == "service",
        "number" => E164().IsMatch(value.GetString()!),
        "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _),
        "time" => Milliseconds().IsMatch(value.GetString()!) && value.TryGetDateTime(out _),
        "clock" => Clock().IsMatch(value.GetString()!),
        "hours" => value.GetDouble() is >= -12 and <= 14,
        "days" => value.GetString()!.Split(',').All(day => "MO TU WE TH FR SA SU".Contains(day, StringComparison.Ordinal)),
        "country" or "iso639" => value.GetString() is { Length: 2 or 3 },
        "count" => value.GetInt32() >= 0,
        "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => throw new ArgumentException(kind),
    };

    [GeneratedRegex(@"\A\+[1-9]\d{6,14}\z")]
    private static partial Regex E164();

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\z")]
    private static partial Regex Milliseconds();

    [GeneratedRegex(@"\A\d\d:\d\d(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Clock();
}
