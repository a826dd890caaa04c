using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Exchange.Hsds;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>What a list of services, organisations or services at locations may be asked for. All of it narrows the list together.</summary>
public class RecordParameters : ListParameters
{
    // Others read 02/03/2026 another way, and a time without a day as one of today.
    private static readonly string[] Times = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    [ModelBinder(Name = "taxonomy_term_id")]
    [Description("Only what has this term: a type of assistance, an audience or a source.")]
    public Guid? TaxonomyTermId { get; init; }

    [ModelBinder(Name = "taxonomy_id")]
    [Description("Only what has some term of this taxonomy.")]
    public Guid? TaxonomyId { get; init; }

    [ModelBinder(Name = "organization_id")]
    [Description("Only what this organization offers.")]
    public Guid? OrganizationId { get; init; }

    [ModelBinder(Name = "modified_after")]
    [Description("Only what changed at or after this time (ISO 8601; without an offset it is UTC), and in the quarter of an hour before it, since a change is seen a little later than it is made. Give the latest 'last_modified' that you have, and not the time of your own clock. Records whose last change is not known are always given. What was taken down is missing from lists: compare identifiers to notice.")]
    public string? ModifiedAfter { get; init; }

    [ModelBinder(Name = "full")]
    [Description("'true' for records with all that belongs to them.")]
    public bool? Full { get; init; }

    [ModelBinder(Name = "postcode")]
    [Description("Not answered here (501): the directory holds no postcodes.")]
    public string? Postcode { get; init; }

    [ModelBinder(Name = "proximity")]
    [Description("Not answered here (501): the directory holds no coordinates.")]
    public string? Proximity { get; init; }

    /// <inheritdoc/>
    internal override HsdsQuery Query => base.Query with
    {
        TermId = TaxonomyTermId,
        TaxonomyId = TaxonomyId,
        OrganizationId = OrganizationId,
        ModifiedAfter = ReadTime(ModifiedAfter, out var time) ? time : null,
    };

    /// <inheritdoc/>
    internal override string? Wrong => base.Wrong ?? (string.IsNullOrEmpty(ModifiedAfter) || ReadTime(ModifiedAfter, out _) ? null : "modified_after");

    /// <inheritdoc/>
    internal override IReadOnlyList<string> Unanswerable => ["postcode", "proximity"];

    // A plus that was not escaped arrives as a space.
    private static bool ReadTime(string? text, out DateTime time) =>
        DateTime.TryParseExact(text?.Replace(' ', '+'), Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
