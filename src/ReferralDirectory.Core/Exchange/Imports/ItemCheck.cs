using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>Compares one organisation of a file with its entry.</summary>
internal sealed class ItemCheck(OrganisationWire wire, bool isTable, ExchangeTerms terms)
{
    private readonly FaultPlaces places = new(wire, isTable);
    private readonly List<ImportFault> faults = [.. wire.Faults];

    /// <summary>Null where there is none of that name.</summary>
    public required Country? Country { get; init; }

    /// <summary>Empty where the file does not say which organisation it is.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Of the entry; null for a new one.</summary>
    public required Guid? Version { get; init; }

    /// <summary>What the entry says; null for a new one.</summary>
    public required OrganisationDraft? Published { get; init; }

    /// <summary>It has been published by a revision.</summary>
    public required bool HasRevision { get; init; }

    /// <summary>What waits for review.</summary>
    public required ImmutableArray<string> Waiting { get; init; }

    /// <summary>Rows of it stand elsewhere as well.</summary>
    public required bool IsScattered { get; init; }

    /// <summary>Of its country, and of what stands before it in the file; null where there is no such country.</summary>
    public required NameRegister? Names { get; init; }

    /// <summary>Whoever imports may write on it.</summary>
    public required bool MayEdit { get; init; }

    public ImportItem Item(Guid importId, int number)
    {
        var draft = CheckName() ? Draft() : null;
        var snapshot = draft is null || faults.Count > 0 ? null : DraftJson.Write(draft);
        if (snapshot?.Length > Revision.SnapshotMaxLength)
        {
            Add("", ImportFaultReason.OfDraft, Revision.SnapshotMaxLength.ToString(System.Globalization.CultureInfo.InvariantCulture), DraftFaultReason.TooLong);
        }

        var kind = faults.Count > 0 ? ImportItemKind.Faulty
            : IsPublished(snapshot!) ? ImportItemKind.Unchanged
            : IsOlder() ? ImportItemKind.Faulty
            : Waiting.Contains(snapshot!) ? ImportItemKind.AlreadyProposed
            : Published is null ? ImportItemKind.Addition : ImportItemKind.Change;
        var isProposed = kind is ImportItemKind.Addition or ImportItemKind.Change;
        return new ImportItem
        {
            ImportId = importId,
            Number = number,
            Row = wire.Row,
            OrganisationId = OrganisationId,
            CountryId = Country?.Id,
            Name = NameOf(),
            Kind = kind,
            Snapshot = isProposed ? snapshot : null,
            BaseVersion = Version,
            BaseSnapshot = isProposed && Published is not null && !HasRevision ? DraftJson.Write(Published) : null,
            Faults = faults.Count > 0 ? StoredFaults.Write(faults.Take(ImportFault.MaxPerOrganisation))
                : wire.Remark is { Length: > 0 } remark ? StoredFaults.Write([new ImportFault(wire.Row, "", ImportFaultReason.Remark, Detail: ImportFault.Cut(remark, Revision.NoteMaxLength - 1))])
                : null,
        };
    }

    // Nothing more is said of an entry that somebody may not write on.
    private bool CheckName()
    {
        if (wire.Faults.Any(fault => fault.Reason == ImportFaultReason.UnreadableItem))
        {
            return false;
        }

        if (wire.Organisation.Length == 0)
        {
            Add("Slug", ImportFaultReason.NoOrganisation, "");
        }
        else if (Country is null)
        {
            Add("Country", ImportFaultReason.UnknownCountry, wire.Country);
        }
        else if (!MayEdit)
        {
            Add("Slug", ImportFaultReason.NotYours, wire.Organisation);
        }
        else if (IsScattered)
        {
            Add("Slug", ImportFaultReason.Scattered, wire.Organisation);
        }
        else if (wire.Id.Length > 0 && (!Guid.TryParse(wire.Id, out var id) || id != OrganisationId))
        {
            Add("Id", Guid.TryParse(wire.Id, out _) ? ImportFaultReason.IdOfAnother : ImportFaultReason.UnreadableId, wire.Id);
        }
        else
        {
            return true;
        }

        return false;
    }

    private OrganisationDraft Draft()
    {
        var reader = new WireDraft(wire, Country!.Id, OrganisationId, Published, isTable, terms);
        var known = terms.Known(Country.Id);
        var typed = reader.Read();
        var draft = (OrganisationDraft)new DraftSettling(Published, Published, known.CountryCode, null).Settle(typed);
        known = known with { TakenNames = Names!.TakenFrom(OrganisationId, draft, Published) };
        Names.Add(OrganisationId, draft);
        foreach (var (path, reason, detail) in reader.Faults)
        {
            Add(path, reason, detail, draft: draft);
        }

        foreach (var fault in DraftRules.Check(draft, Published, known))
        {
            var (row, column) = places.Of(fault.Path, draft);
            // What the file itself gets wrong is said once.
            if (!faults.Exists(other => other.Row == row && other.Column == column))
            {
                Add(fault.Path, ImportFaultReason.OfDraft, fault.Limit?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", fault.Reason, draft);
            }
        }

        return draft;
    }

    // What was loaded from the content files was never settled: white space there is no change.
    private bool IsPublished(string snapshot) => Published is not null
        && (DraftJson.Write(Published) == snapshot || DraftJson.Write(new DraftSettling(Published, Published, terms.Known(Country!.Id).CountryCode, null).Settle(Published)) == snapshot);

    private bool IsOlder()
    {
        if (wire.Version.Length == 0 || Version is null)
        {
            return false;
        }

        var isReadable = Guid.TryParse(wire.Version, out var exported);
        if (!isReadable || exported != Version)
        {
            Add("Version", isReadable ? ImportFaultReason.ChangedSinceExport : ImportFaultReason.UnreadableId, "");
        }

        return faults.Count > 0;
    }

    private string NameOf()
    {
        var text = (wire.Name.FirstOrDefault(name => name.Language == wire.OwnLanguage) ?? wire.Name.FirstOrDefault())?.Text ?? wire.Organisation;
        return ImportFault.Cut(text);
    }

    private void Add(string path, ImportFaultReason reason, string detail, DraftFaultReason? ofDraft = null, OrganisationDraft? draft = null)
    {
        var (row, column) = places.Of(path, draft ?? new OrganisationDraft());
        faults.Add(new ImportFault(row, column, reason, ofDraft, ImportFault.Cut(detail)));
    }
}
