using ReferralDirectory.Core.Editing.Differences;

namespace ReferralDirectory.Web.Features.Admin.Differences;

/// <summary>One field that a revision changes.</summary>
public sealed record ChangeView
{
    /// <summary>The field, in words.</summary>
    public required string Field { get; init; }

    /// <summary>Which item of a list, and which language; may be empty.</summary>
    public required string Of { get; init; }

    /// <summary>What became of it, in words.</summary>
    public required string Kind { get; init; }

    /// <summary>Before and after, each with its changed words marked; empty where nothing stood or stands there.</summary>
    public required ChangeSide Before { get; init; }

    /// <inheritdoc cref="Before"/>
    public required ChangeSide After { get; init; }

    /// <summary>A number, an address or a website: what an attacker would want.</summary>
    public required bool IsContact { get; init; }

    public static ChangeView From(FieldDifference change, string item, FieldNames names, string kind)
    {
        var language = change.Language is null && !change.Label.EndsWith("SearchWords.Words", StringComparison.Ordinal) ? null : names.Language(change.Path);
        return new ChangeView
        {
            Field = names.Field(change.Label),
            Of = string.Join(" · ", new[] { item, language?.Name ?? "" }.Where(part => part.Length > 0)),
            Kind = kind,
            Before = ChangeSide.From(change, change.Before, DiffPartKind.Removed, names, language),
            After = ChangeSide.From(change, change.After, DiffPartKind.Added, names, language),
            IsContact = change.Label.StartsWith("Contacts", StringComparison.Ordinal) || change.Label.StartsWith("PublicAddress", StringComparison.Ordinal),
        };
    }
}
