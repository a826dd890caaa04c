namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>One answer that is offered.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">For people.</param>
/// <param name="IsChosen">Whether it is the answer so far.</param>
/// <param name="Lang">Language of the text, where that is not the page's.</param>
/// <param name="Hint">What choosing it means.</param>
public sealed record Choice(string Value, string Text, bool IsChosen, string? Lang = null, string? Hint = null);
