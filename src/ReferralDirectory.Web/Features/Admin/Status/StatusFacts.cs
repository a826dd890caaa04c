using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Status;

/// <summary>What was asked for the page.</summary>
/// <param name="Health">The same that decides whether readers are sent here.</param>
/// <param name="Room">Of the database; null where it is not on this machine, or gone.</param>
/// <param name="Work">What waits; null where the database cannot be read.</param>
/// <param name="ReadAt">When the directory in memory was read, UTC.</param>
public sealed record StatusFacts(HealthFound Health, DatabaseRoom? Room, Workload? Work, DateTime ReadAt)
{
    /// <summary>Below so many bytes the disk is said to be nearly full: an import and a copy before a migration want room, too.</summary>
    private const long LeastRoom = 100 * 1024 * 1024;

    /// <summary>True where the disk has little room, and still some.</summary>
    public bool IsRoomShort => Room is { } room && Health.Database.Trouble != DatabaseTrouble.DiskFull && room.FreeBytes < Math.Max(LeastRoom, 2 * room.Bytes);

    /// <summary>True where something was published that the public may not see yet.</summary>
    public bool IsShownLate => Work?.LastPublishedAt > ReadAt;
}
