using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Published;

/// <summary>The answers of the numbering plan are stored with each number, and are the same as if it were asked.</summary>
public sealed class StoredPhoneTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ANumber_IsAsTheNumberingPlanSays_WhetherOrNotItsFormatsWereStored(bool areStored)
    {
        using var folder = new TempFolder();
        using var content = new SmallContent();
        using var directory = new TestDirectory(folder["directory.db"], content.Path);
        await directory.StartAsync();
        Assert.True(TestDatabase.Execute(folder["directory.db"], "UPDATE ContactPoints SET Position = Position WHERE NationalFormat IS NOT NULL") > 0);
        if (!areStored)
        {
            TestDatabase.Execute(folder["directory.db"], "UPDATE ContactPoints SET NationalFormat = NULL, InternationalFormat = NULL, IsFree = NULL");
        }

        var source = directory.Source;
        source.Load(TestDirectory.Cancellation);

        var phones = source.Current.Countries.SelectMany(country => country.Providers).SelectMany(provider => provider.Phones).Select(contact => contact.Phone!).ToList();
        Assert.NotEmpty(phones);
        Assert.Equal(phones.Select(phone => PhoneNumber.FromE164(phone.E164)), phones);
    }

    [Theory]
    [InlineData("8 (800) 700-06-01", "+7 800 700-06-00")]
    [InlineData("8 (800) 700-06-00", "+7 800 700-06-01")]
    [InlineData("", "")]
    public void FromStored_WithTheFormatsOfAnotherNumber_ShowsTheNumberThatIsCalled(string national, string international)
    {
        var number = PhoneNumber.FromStored("+78007000600", national, international, isFree: true);

        Assert.Equal(PhoneNumber.FromE164("+78007000600"), number);
    }
}
