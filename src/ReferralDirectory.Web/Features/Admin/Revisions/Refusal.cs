using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>What Core refused: as an answer, or in a sentence for the page that is shown again.</summary>
public static class Refusal
{
    /// <summary>Null where the page is shown again.</summary>
    public static IActionResult? AnswerTo(EditResult result) => result switch
    {
        EditResult.NotFound => new NotFoundResult(),
        EditResult.NotAllowed => new StatusCodeResult(StatusCodes.Status403Forbidden),
        _ => null,
    };

    /// <summary>Where somebody goes on who pressed a button and typed nothing: to their drafts, where they have too many.</summary>
    /// <param name="result">What was refused.</param>
    /// <param name="otherwise">The page that says how it stands.</param>
    public static string NextAfter(EditResult result, string otherwise) => result is EditResult.TooManyDrafts ? EditingLinks.DraftsFull : otherwise;

    /// <summary>What happened, and what to do next.</summary>
    public static string SentenceOf(EditResult result, Texts texts) => result switch
    {
        EditResult.WrongState past => texts[$"Admin.Problem.Is{past.State}"],
        EditResult.Overtaken => texts["Admin.Problem.Overtaken"],
        EditResult.Conflict => texts["Admin.Problem.Conflict"],
        EditResult.NeedsSecondPerson => texts["Admin.Problem.NeedsSecondPerson"],
        EditResult.NothingChanged => texts["Admin.Problem.NothingChanged"],
        EditResult.AlreadyWaiting => texts["Admin.Problem.AlreadyWaiting"],
        EditResult.TooManyWaiting many => texts["Admin.Problem.TooManyWaiting", many.Limit],
        EditResult.TooManyDrafts many => texts["Admin.Problem.TooManyDrafts", many.Limit],
        EditResult.Faulty => texts["Admin.Problem.Faulty"],
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
