namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>Addresses of the pages where organisations' entries are kept.</summary>
public static class EntryLinks
{
    public const string All = "/admin/organisations";

    public const string New = $"{All}/new";

    /// <summary>The name of the parameter that says what was just done.</summary>
    public const string DoneParameter = "done";

    public static string Entry(Guid organisation) => $"{All}/{organisation}";

    /// <summary>The entry's page, which says at its top what was just done.</summary>
    /// <param name="organisation">Which.</param>
    /// <param name="done">The end of the key of the sentence.</param>
    public static string Entry(Guid organisation, string done) => $"{Entry(organisation)}?{DoneParameter}={done}";

    public static string Task(Guid organisation, string task) => $"{Entry(organisation)}/{task}";

    /// <inheritdoc cref="Entry(Guid, string)"/>
    public static string Task(Guid organisation, string task, string done) => $"{Task(organisation, task)}?{DoneParameter}={done}";

    public static string Item(Guid organisation, string task, Guid item) => $"{Task(organisation, task)}/{item}";

    public static string NewItem(Guid organisation, string task) => $"{Task(organisation, task)}/new";

    public static string Move(Guid organisation, string task, Guid item) => $"{Item(organisation, task, item)}/move";

    public static string Remove(Guid organisation, string task, Guid item) => $"{Item(organisation, task, item)}/remove";

    public static string TakeDown(Guid organisation) => $"{Entry(organisation)}/take-down";

    public static string BringBack(Guid organisation) => $"{Entry(organisation)}/bring-back";

    /// <summary>Where what waits for review is taken back, to be changed again.</summary>
    public static string TakeBack(Guid organisation) => $"{Entry(organisation)}/take-back";

    /// <summary>A revision, as the public would see it.</summary>
    public static string Preview(Guid revision) => $"{All}/preview/{revision}";
}
