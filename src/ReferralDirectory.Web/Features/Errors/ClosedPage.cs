using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Errors;

/// <summary>Whatever was asked for while the site is closed: nothing of the directory, and who answers in danger.</summary>
public sealed record ClosedPage : Page
{
    public required IReadOnlyList<EmergencyLine> Emergencies { get; init; }

    public static ClosedPage For(Reader reader, Texts texts) => new()
    {
        Title = texts["Error.Closed.Title"],
        IsInEveryLanguage = false,
        Emergencies = EmergencyLine.All(reader, texts),
    };
}
