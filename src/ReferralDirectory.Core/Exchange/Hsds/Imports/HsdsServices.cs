using System.Collections.Immutable;
using System.Text.Json;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>The services of an organisation that run.</summary>
/// <param name="words">Kinds of help and audiences.</param>
/// <param name="tell">A text of the file beside what the entry says.</param>
/// <param name="note">Gets what is left out.</param>
internal sealed class HsdsServices(HsdsVocabulary words, Func<string, ImmutableArray<TextWire>, ImmutableArray<TextWire>> tell, Action<HsdsImportNoteReason, string> note)
{
    private const string Active = "active";

    /// <param name="input">What the file says.</param>
    /// <param name="before">Those of the entry.</param>
    /// <returns>In the order of the entry; then those that are new. Of a list of services, which may be a page of it, also those of the entry that it does not have.</returns>
    public ImmutableArray<ServiceWire> Of(HsdsInput input, ImmutableArray<ServiceWire> before)
    {
        List<ServiceWire> services = [];
        HashSet<string> listed = [];
        foreach (var service in input.Services.DistinctBy(service => service.Id() ?? Guid.NewGuid()))
        {
            var known = before.FirstOrDefault(old => !listed.Contains(old.Id) && IsSame(service, old));
            listed.Add(known?.Id ?? "");
            if (IsActive(service))
            {
                services.Add(Service(service, known));
            }
            else
            {
                note(HsdsImportNoteReason.NotActive, service.Text("name"));
            }
        }

        services.AddRange(input.IsWhole || input.Services.Count == 0 ? [] : before.Where(old => !listed.Contains(old.Id)));
        var order = before.Select(old => old.Id).ToList();
        return [.. services.OrderBy(service => order.IndexOf(service.Id) is >= 0 and var index ? index : int.MaxValue)];
    }

    /// <summary>False for a service that its directory says is closed, for now or for good.</summary>
    public static bool IsActive(JsonElement service) => service.Text("status") is "" or Active;

    // What another directory calls by something else than a UUID has no identifier here but for what it says.
    private static bool IsSame(JsonElement service, ServiceWire old) => service.Id() is { } id
        ? Guid.TryParse(old.Id, out var known) && known == id
        : old.Description.Any(text => TextDraft.Stored(text.Text) == TextDraft.Stored(service.Text("description")));

    private ServiceWire Service(JsonElement service, ServiceWire? before)
    {
        var description = service.Text("description");
        List<string> types = [], audiences = [];
        foreach (var attribute in service.Items("attributes"))
        {
            if (words.AssistanceType(attribute) is { } type)
            {
                types.Add(type);
            }
            else if (words.Audience(attribute) is { } audience)
            {
                audiences.Add(audience);
            }
            else if (words.Source(attribute) is null)
            {
                note(HsdsImportNoteReason.UnknownTerm, attribute.Record("taxonomy_term")?.Text("name") is { Length: > 0 } name ? name : attribute.Text("taxonomy_term_id"));
            }
        }

        return new ServiceWire
        {
            Id = before?.Id ?? service.Id()?.ToString() ?? "",
            Types = HsdsWire.Same(types, before?.Types ?? []),
            Audiences = HsdsWire.Same(audiences, before?.Audiences ?? []),
            // A service has no name here; where it has no description, the name is what there is to say.
            Description = tell(description.Length > 0 || before is not null ? description : service.Text("name"), before?.Description ?? []),
            Eligibility = tell(service.Text("eligibility_description"), before?.Eligibility ?? []),
        };
    }
}
