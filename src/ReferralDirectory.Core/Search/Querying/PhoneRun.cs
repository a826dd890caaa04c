namespace ReferralDirectory.Core.Search.Querying;

/// <summary>A stretch of a query that may be a telephone number.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Digits">Its digits.</param>
internal readonly record struct PhoneRun(int Start, int End, string Digits);
