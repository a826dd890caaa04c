using ReferralDirectory.Core.Accounts;

namespace ReferralDirectory.Core.Tests.Accounts;

public sealed class StaffNameTests
{
    [Theory]
    [InlineData("  Reviewer of Moscow ", "Reviewer of Moscow")]
    [InlineData("Ночная смена 2", "Ночная смена 2")]
    [InlineData("\u200B", null)]
    [InlineData("Reviewer\u200B", null)]
    [InlineData("Reviewer \u202Exis", null)]
    [InlineData("…", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Read_TakesALineThatIsSeen(string? typed, string? expected) => Assert.Equal(expected, StaffName.Read(typed));

    [Theory]
    [InlineData("Night Shift", "night  shift.")]
    [InlineData("Occar", "О\u0441\u0441ar")]
    [InlineData("Anna", "Аnna")]
    [InlineData("Illia", "lllia")]
    [InlineData("Team 10", "Team lO")]
    [InlineData("Ёлка", "Елка")]
    [InlineData("Ｓhift", "Shift")]
    [InlineData("Мост", "Mocт")]
    public void KeyOf_NamesThatLookAlike_IsOne(string one, string other) =>
        Assert.Equal(StaffName.KeyOf(one), StaffName.KeyOf(other));

    [Theory]
    [InlineData("Night shift", "Day shift")]
    [InlineData("Смена 1", "Смена 2")]
    [InlineData("Анна", "Алла")]
    [InlineData("北京", "南京")]
    public void KeyOf_OtherNames_Differs(string one, string other) => Assert.NotEqual(StaffName.KeyOf(one), StaffName.KeyOf(other));

    [Fact]
    public void Shown_WhereTheNameIsNotSeen_IsTheAddress() =>
        Assert.Equal(["a@staff.example", "a@staff.example", "Shift"], [StaffName.Shown("", "a@staff.example"), StaffName.Shown("\u200B", "a@staff.example"), StaffName.Shown("Shift", "a@staff.example")]);
}
