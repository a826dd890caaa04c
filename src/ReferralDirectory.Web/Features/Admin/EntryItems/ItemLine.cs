using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Features.Admin.EntryItems;

/// <summary>One service or contact in its list.</summary>
/// <param name="Id">Of it.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Text">What it says.</param>
/// <param name="Error">What is wrong with it; null where nothing is.</param>
/// <param name="Href">Where it is changed.</param>
/// <param name="MoveHref">Where it is moved.</param>
/// <param name="RemoveHref">Where it is taken out.</param>
public sealed record ItemLine(Guid Id, string Kind, string Text, string? Error, string Href, string MoveHref, string RemoveHref)
{
    /// <summary>The name of the hidden input with <see cref="Mark"/>.</summary>
    public const string MarkName = "mark";

    /// <summary>Goes into the form that takes it out and comes back with it: whether it was changed in another window meanwhile.</summary>
    public string Mark { get; init; } = "";

    public static ItemLine Of(Guid entry, string task, Guid id, string kind, string text, string? error) =>
        new(id, kind, text, error, EntryLinks.Item(entry, task, id), EntryLinks.Move(entry, task, id), EntryLinks.Remove(entry, task, id));
}
