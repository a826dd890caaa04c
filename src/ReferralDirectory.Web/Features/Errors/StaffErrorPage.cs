using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Errors;

/// <summary>An error in the admin area.</summary>
public sealed record StaffErrorPage : StaffPage
{
    public required string Message { get; init; }

    public static StaffErrorPage For(Texts texts, int status)
    {
        var kind = status switch
        {
            StatusCodes.Status404NotFound => "NotFound",
            StatusCodes.Status403Forbidden => "Forbidden",
            StatusCodes.Status413PayloadTooLarge => "TooLarge",
            >= 500 => "Server",
            _ => "Request",
        };
        return new StaffErrorPage { Title = texts[$"Staff.Error.{kind}.Title"], Message = texts[$"Staff.Error.{kind}.Message"] };
    }
}
