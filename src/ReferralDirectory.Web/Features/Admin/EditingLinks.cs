using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;

namespace ReferralDirectory.Web.Features.Admin;

/// <summary>Addresses of the pages where revisions are written, decided and looked up.</summary>
public static class EditingLinks
{
    public const string Queue = "/admin/review";

    public const string Steps = "/admin/steps";

    public const string Terms = "/admin/terms";

    public const string Audit = "/admin/audit";

    public const string Status = "/admin/status";

    /// <summary>The query parameter for a page of the queue.</summary>
    public const string PageParameter = "page";

    /// <summary>Nobody has so many waiting; what lies beyond is not computed.</summary>
    public const int LastPage = 10_000;

    /// <summary>The overview, for somebody who cannot have another draft.</summary>
    public const string DraftsFull = "/admin?full=true";

    public const string VerifyAudit = $"{Audit}/verify";

    /// <summary>A revision that waits, for whoever decides.</summary>
    public static string Review(Guid revision) => $"{Queue}/{revision}";

    /// <summary>A page of the queue.</summary>
    /// <param name="page">From 1 to <see cref="LastPage"/>.</param>
    public static string QueuePage(int page) => page == 1 ? Queue : $"{Queue}?{PageParameter}={page}";

    public static string Publish(Guid revision) => $"{Review(revision)}/publish";

    public static string Reject(Guid revision) => $"{Review(revision)}/reject";

    /// <summary>What became of it.</summary>
    public static string Decided(Guid revision) => $"{Review(revision)}/decided";

    /// <summary>One's own draft, before it is sent.</summary>
    public static string Draft(Guid revision) => $"/admin/drafts/{revision}";

    public static string Send(Guid revision) => $"{Draft(revision)}/send";

    public static string Withdraw(Guid revision) => $"{Draft(revision)}/withdraw";

    /// <summary>What happens next with it.</summary>
    public static string Sent(Guid revision) => $"{Draft(revision)}/sent";

    /// <summary>Where what was rejected is taken up again.</summary>
    public static string Resume(Guid revision) => $"{Draft(revision)}/resume";

    /// <summary>Where one chooses between one's own draft and what was published meanwhile.</summary>
    public static string Conflict(Guid revision) => $"{Draft(revision)}/conflict";

    public static string History(Subject subject) => $"/admin/history/{Slug(subject.Kind)}/{subject.Id}";

    /// <summary>The same, from a revision on to older ones.</summary>
    public static string HistoryFrom(Subject subject, int number) => $"{History(subject)}?from={number}";

    /// <summary>What one revision said, and changed.</summary>
    public static string Revision(Guid revision) => $"/admin/history/{revision}";

    public static string Restore(Guid revision) => $"{Revision(revision)}/restore";

    public static string Step(Guid text) => $"{Steps}/{text}";

    public static string Term(Subject term) => $"{Terms}/{Slug(term.Kind)}/{term.Id}";

    public static string NewTerm(SubjectKind kind) => $"{Terms}/{Slug(kind)}/new";

    public static string AuditOf(Guid subject) => $"{Audit}?subject={subject}";

    public static string AuditBefore(long number, Guid? subject) => $"{Audit}?before={number}{(subject is null ? "" : $"&subject={subject}")}";

    /// <summary>Where a draft is edited.</summary>
    public static string Edit(Subject subject) => subject.Kind switch
    {
        SubjectKind.Organisation => $"/admin/organisations/{subject.Id}",
        SubjectKind.StepText => Step(subject.Id),
        SubjectKind.AssistanceType or SubjectKind.Audience => Term(subject),
    };

    /// <summary>The name of a kind in addresses.</summary>
    public static string Slug(SubjectKind kind) => kind switch
    {
        SubjectKind.Organisation => "organisation",
        SubjectKind.StepText => "step-text",
        SubjectKind.AssistanceType => "assistance-type",
        SubjectKind.Audience => "audience",
    };

    /// <summary>Null where no kind has that name.</summary>
    public static SubjectKind? KindOf(string slug) =>
        Enum.GetValues<SubjectKind>().Where(kind => Slug(kind) == slug).Select(kind => (SubjectKind?)kind).FirstOrDefault();
}
