using ReferralDirectory.Core.Data;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Errors;

/// <summary>An error in the admin area.</summary>
public sealed record StaffErrorPage : StaffPage
{
    public required string Message { get; init; }

    /// <summary>What was typed, where it goes back; null where nothing was, or where it is not shown again.</summary>
    public TypedForm? Typed { get; init; }

    /// <summary>The database cannot be used: nothing was saved, and it may help to do it again.</summary>
    /// <param name="texts">Of the interface.</param>
    /// <param name="trouble">Why not.</param>
    /// <param name="showsPages">False where readers see nothing either.</param>
    /// <param name="typed">What goes back to whoever sent it; null where nothing does.</param>
    public static StaffErrorPage For(Texts texts, DatabaseTrouble trouble, bool showsPages, TypedForm? typed) => new()
    {
        Title = texts["Staff.Error.Database.Title"],
        Message = $"{texts[HealthFound.ReasonOf(trouble)]} {texts[showsPages ? "Staff.Error.Database.Message" : "Staff.Error.Closed.Message"]}",
        Typed = typed,
        HasForms = false,
    };

    /// <param name="texts">Of the interface.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="refused">The form that was too large; null where it was something else, such as a file.</param>
    /// <param name="problem">What went wrong, where something did.</param>
    public static StaffErrorPage For(Texts texts, int status, RefusedForm? refused, Exception? problem)
    {
        var kind = status switch
        {
            StatusCodes.Status404NotFound => "NotFound",
            StatusCodes.Status403Forbidden => "Forbidden",
            StatusCodes.Status413PayloadTooLarge => refused is null ? "TooLarge" : refused.HasTooManyFields ? "TooManyFields" : "TooLong",
            >= 500 => problem is NotShownYetException ? "NotShown" : "Server",
            _ => "Request",
        };
        return new StaffErrorPage { Title = texts[$"Staff.Error.{kind}.Title"], Message = texts[$"Staff.Error.{kind}.Message"] };
    }
}
