using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Freshness;

/// <summary>The queue of contacts that are to be confirmed.</summary>
public sealed record FreshnessPage : StaffPage
{
    public required FreshnessInput Input { get; init; }

    public required IReadOnlyList<FilterLink> Filters { get; init; }

    public required IReadOnlyList<EntryLine> Entries { get; init; }

    public required Pagination Pages { get; init; }

    /// <summary>True where the reader says how they checked; an editor speaks for the organisation.</summary>
    public required bool AsksHow { get; init; }

    /// <summary>True where they may confirm something at all.</summary>
    public required bool MayConfirm { get; init; }

    /// <summary>What was just confirmed, with the way back; null for nothing.</summary>
    public required DoneNote? Done { get; init; }

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>An organisation of the queue.</summary>
    public sealed record EntryLine(ShownText Name, string Href, IReadOnlyList<ContactLine> Contacts);

    /// <summary>A contact of it.</summary>
    /// <param name="Id">Its id, which goes with its value.</param>
    /// <param name="Kind">What sort.</param>
    /// <param name="Value">As people read it.</param>
    /// <param name="Href">What a tap on it opens; null for nothing.</param>
    /// <param name="State">When it was confirmed.</param>
    /// <param name="IsOld">So long ago that readers are told.</param>
    /// <param name="Reports">What readers reported; null for nothing.</param>
    /// <param name="IsTicked">It was ticked in a form that comes back.</param>
    /// <param name="Latest">The confirmation that can be taken back here; null for none.</param>
    public sealed record ContactLine(Guid Id, string Kind, string Value, string? Href, string State, bool IsOld, string? Reports, bool IsTicked, Guid? Latest);

    /// <summary>What was just done.</summary>
    /// <param name="Sentences">In words.</param>
    /// <param name="Confirmations">Those that can be taken back.</param>
    public sealed record DoneNote(IReadOnlyList<string> Sentences, IReadOnlyList<Guid> Confirmations);

    /// <summary>Ways to have checked.</summary>
    public static IReadOnlyList<ConfirmationMethod> Methods { get; } = Enum.GetValues<ConfirmationMethod>();
}
