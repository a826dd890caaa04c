using System.Globalization;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Domain;

public sealed class FreshnessTests
{
    [Theory]
    [InlineData(null, "2026-03-01 12:00", FreshnessState.Unconfirmed)]
    // The day itself, and the limits: 30 days are not yet more than 30 days.
    [InlineData("2026-03-01 12:00", "2026-03-01 12:00", FreshnessState.Fresh)]
    [InlineData("2026-03-01 12:00", "2026-03-31 23:59", FreshnessState.Fresh)]
    [InlineData("2026-03-01 12:00", "2026-04-01 00:00", FreshnessState.Over30Days)]
    [InlineData("2026-03-01 12:00", "2026-04-30 23:59", FreshnessState.Over30Days)]
    [InlineData("2026-03-01 12:00", "2026-05-01 00:00", FreshnessState.Over60Days)]
    [InlineData("2026-03-01 12:00", "2026-05-30 23:59", FreshnessState.Over60Days)]
    [InlineData("2026-03-01 12:00", "2026-05-31 00:00", FreshnessState.Over90Days)]
    [InlineData("2001-01-01 00:00", "2026-05-31 00:00", FreshnessState.Over90Days)]
    // A part of a day counts for nothing: late in the evening, or early in the morning.
    [InlineData("2026-03-01 00:00", "2026-03-31 00:00", FreshnessState.Fresh)]
    [InlineData("2026-03-01 23:59", "2026-04-01 00:00", FreshnessState.Over30Days)]
    // Ends of months, short and long, and of the year.
    [InlineData("2026-01-31 09:00", "2026-03-02 09:00", FreshnessState.Fresh)]
    [InlineData("2026-01-31 09:00", "2026-03-03 09:00", FreshnessState.Over30Days)]
    [InlineData("2025-12-31 09:00", "2026-01-30 09:00", FreshnessState.Fresh)]
    [InlineData("2025-12-31 09:00", "2026-01-31 09:00", FreshnessState.Over30Days)]
    // A leap day is a day; from one and over one.
    [InlineData("2028-02-29 09:00", "2028-03-30 09:00", FreshnessState.Fresh)]
    [InlineData("2028-02-29 09:00", "2028-03-31 09:00", FreshnessState.Over30Days)]
    [InlineData("2028-02-01 09:00", "2028-03-02 09:00", FreshnessState.Fresh)]
    [InlineData("2026-02-01 09:00", "2026-03-04 09:00", FreshnessState.Over30Days)]
    // Over the nights on which clocks in Europe and America change: days of UTC.
    [InlineData("2026-02-27 23:30", "2026-03-29 23:30", FreshnessState.Fresh)]
    [InlineData("2026-02-27 23:30", "2026-03-30 00:30", FreshnessState.Over30Days)]
    [InlineData("2026-10-02 00:30", "2026-11-01 23:30", FreshnessState.Fresh)]
    // A clock that was set back.
    [InlineData("2026-03-01 12:05", "2026-03-01 12:00", FreshnessState.Fresh)]
    [InlineData("2026-03-02 00:05", "2026-03-01 23:55", FreshnessState.Fresh)]
    public void AContact_IsAsFreshAsItsConfirmation(string? at, string now, FreshnessState expected) =>
        Assert.Equal(expected, Freshness.Of(at is null ? null : Time(at), Time(now)));

    [Theory]
    [InlineData("2026-03-01 12:00", true)]
    [InlineData("2026-03-02 23:59", true)]
    [InlineData("2026-03-03 00:00", false)]
    [InlineData("2100-01-01 00:00", false)]
    public void AConfirmationFromTheFuture_CountsForClocksThatDiffer_AndNoFurther(string at, bool expected) =>
        Assert.Equal(expected, Freshness.Counts(Time(at), Time("2026-03-01 12:00")));

    [Theory]
    [InlineData("2026-02-28 23:59", "2026-02-28")]
    [InlineData("2026-03-01 23:59", "2026-03-01")]
    [InlineData("2026-03-02 08:00", "2026-03-01")]
    public void TheDayThatIsShown_IsNeverToCome(string at, string expected) =>
        Assert.Equal(Time($"{expected} 00:00"), Freshness.DayOf(Time(at), Time("2026-03-01 12:00")));

    [Theory]
    [InlineData("2026-03-01 12:00", "2026-03-01 12:00", "2026-05-31 00:00")]
    [InlineData("2026-03-01 12:00", "2026-05-30 23:59", "2026-05-31 00:00")]
    [InlineData("2026-03-01 12:00", "2026-05-31 00:00", null)]
    [InlineData("2026-03-02 08:00", "2026-03-01 12:00", "2026-03-02 00:00")]
    [InlineData("2026-03-09 08:00", "2026-03-01 12:00", "2026-03-08 00:00")]
    public void WhatThePublicIsTold_ChangesAtAMidnight(string at, string now, string? expected) =>
        Assert.Equal(expected is null ? null : Time(expected), Freshness.ChangesAt(Time(at), Time(now)));

    [Fact]
    public void WhatThePublicIsTold_ChangesAtNoOtherTime()
    {
        var at = Time("2028-01-15 17:00");
        for (var now = at.AddDays(-3); now < at.AddDays(100); now = now.AddHours(1))
        {
            var next = Freshness.ChangesAt(at, now);
            Assert.True(next is null || next > now);
            for (var later = now; later < (next ?? now.AddDays(20)); later = later.AddHours(7))
            {
                Assert.Equal(Said(now), Said(later));
            }
        }

        (bool, bool, DateTime?) Said(DateTime now) => (Freshness.Counts(at, now), Freshness.IsStale(at, now), Freshness.Counts(at, now) ? Freshness.DayOf(at, now) : null);
    }

    private static DateTime Time(string text) => DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
