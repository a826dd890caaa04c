namespace ReferralDirectory.Web.Features.Providers;

/// <summary>Parts of the list's page that depend on the language and the directory only.</summary>
/// <param name="Choices">The filters.</param>
/// <param name="Nothing">What is shown where nothing was found, UTF-8.</param>
public sealed record ListParts(ChoiceList Choices, byte[] Nothing);
