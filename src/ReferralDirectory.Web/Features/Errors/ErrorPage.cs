using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Errors;

public sealed record ErrorPage : Page
{
    public required string Message { get; init; }

    public required IReadOnlyList<ProviderLine> Hotlines { get; init; }

    public required IReadOnlyList<NeedTile> Needs { get; init; }

    public required StepBar Steps { get; init; }

    public static ErrorPage For(Reader reader, Texts texts, int status)
    {
        var kind = KindOf(status);
        return new ErrorPage
        {
            Title = texts[$"Error.{kind}.Title"],
            Message = texts[$"Error.{kind}.Message"],
            IsInEveryLanguage = false,
            Hotlines = ProviderLine.Hotlines(reader, texts),
            Needs = NeedTile.All(reader),
            Steps = StepBar.For(reader, null),
        };
    }

    private static string KindOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "NotFound",
        StatusCodes.Status429TooManyRequests => "TooMany",
        >= 500 => "Server",
        _ => "Request",
    };
}
