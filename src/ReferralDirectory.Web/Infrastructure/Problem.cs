namespace ReferralDirectory.Web.Infrastructure;

/// <summary>An error as RFC 9457 has it.</summary>
/// <param name="Type">Always <c>about:blank</c>: the status says it.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">Of the answer.</param>
/// <param name="Detail">What happened and what to do, in the reader's language.</param>
/// <param name="Parameter">The parameter that is wrong; left out where none is.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string? Parameter = null);
