using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange;

/// <summary>One language of a text.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Text">As it stands in the file.</param>
/// <param name="Status">Null where the file does not say it: then it stays as it was.</param>
internal sealed record TextWire(string Language, string Text, TranslationState? Status = null);
