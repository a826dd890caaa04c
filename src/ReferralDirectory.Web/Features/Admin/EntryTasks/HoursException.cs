using ReferralDirectory.Web.Features.Admin.Fields;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>Days with other hours, as fields.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Fields">In the order of the page.</param>
public sealed record HoursException(int Index, IReadOnlyList<Field> Fields)
{
    public string RemoveCommand => $"{HoursNames.RemoveException}{Index}";
}
