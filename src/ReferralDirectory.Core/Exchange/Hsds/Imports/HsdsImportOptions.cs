using System.Collections.Immutable;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>What a file in the standard's words does not say, and a directory here must know.</summary>
public sealed record HsdsImportOptions
{
    /// <summary>Slug of the country; empty where there is only one.</summary>
    public string Country { get; init; } = "";

    /// <summary>Slug of the source that new entries come from; entries that are here keep theirs.</summary>
    public string Source { get; init; } = "";

    /// <summary>The language of the file's texts, BCP 47; empty where the file says it.</summary>
    public string Language { get; init; } = "";

    /// <summary>IANA name: for hours whose zone the file does not name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Words at the start of a number's description that say it is a hotline.</summary>
    public required ImmutableArray<string> HotlineWords { get; init; }

    /// <summary>Words in a number's description that say that it is free to call.</summary>
    public required ImmutableArray<string> FreeWords { get; init; }

    /// <summary>Words at the start of a schedule's description that say that one must agree on a time first.</summary>
    public required ImmutableArray<string> AppointmentWords { get; init; }

    /// <summary>Words at the start of a schedule's description that say that it is closed on those days.</summary>
    public required ImmutableArray<string> ClosedWords { get; init; }

    /// <summary>Labels of addresses that are accounts in messengers.</summary>
    public required ImmutableArray<string> MessengerWords { get; init; }

    /// <summary>Says what is not taken over of an organisation to whoever decides about it: the note of what is handed in.</summary>
    public required Func<IReadOnlyList<HsdsImportNote>, string> Remark { get; init; }
}
