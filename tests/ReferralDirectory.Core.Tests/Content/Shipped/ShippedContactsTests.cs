using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Content.Shipped;

/// <summary>
/// A wrong digit sends somebody in danger to a stranger. The tables were compared with the source by eye; to change one
/// is to say that the new value was checked.
/// </summary>
public sealed class ShippedContactsTests
{
    private static readonly (string Organisation, ContactKind Kind, string Number)[] Numbers =
    [
        ("alternative", ContactKind.Phone, "+78005507140"),
        ("blago-darju", ContactKind.Phone, "+79272875881"),
        ("galaktika", ContactKind.Phone, "+79210941416"),
        ("ingo", ContactKind.Phone, "+79612011011"),
        ("iom-moscow", ContactKind.Phone, "+74957978722"),
        ("karelia-centre", ContactKind.Phone, "+79217264585"),
        ("maria", ContactKind.Phone, "+79027638708"),
        ("maria", ContactKind.Phone, "+73952738708"),
        ("migration-research-center", ContactKind.Phone, "+74951242561"),
        ("nevoli-net", ContactKind.Phone, "+79168687957"),
        ("nevoli-net", ContactKind.Hotline, "+78007071417"),
        ("red-cross-astrakhan", ContactKind.Phone, "+79033478795"),
        ("red-cross-saint-petersburg", ContactKind.Phone, "+78127173531"),
        ("red-cross-saint-petersburg", ContactKind.Phone, "+78003330016"),
        ("safe-house", ContactKind.Phone, "+79852397989"),
        ("sisters", ContactKind.Phone, "+74999010201"),
        ("stellit", ContactKind.Phone, "+79312240306"),
        ("warm-house-on-the-mountain", ContactKind.Phone, "+79886477302"),
    ];

    private static readonly (string Organisation, string Address)[] Emails =
    [
        ("alternative", "rabstvo2013@yandex.ru"),
        ("blago-darju", "svorsin@gmail.com"),
        ("galaktika", "mslyusareva@gmail.com"),
        ("ingo", "konakov878@gmail.com"),
        ("iom-moscow", "iommoscow@iom.int"),
        ("karelia-centre", "larakira@onego.ru"),
        ("maria", "freya.75@mail.ru"),
        ("migration-research-center", "migrocenter@yandex.ru"),
        ("nevoli-net", "ninakoptseva@yahoo.com"),
        ("red-cross-astrakhan", "kinaranna@gmail.com"),
        ("red-cross-saint-petersburg", "rcc@spbredcross.org"),
        ("safe-house", "jewelgirls@yandex.ru"),
        ("sisters", "online@sister-help.ru"),
        ("stellit", "vladlena.avdeeva@gmail.com"),
        ("warm-house-on-the-mountain", "tdng05@yandex.ru"),
    ];

    private static readonly (string Organisation, string Address)[] Websites =
    [
        // The odd spelling of the first is the source's.
        ("alternative", "https://alterativne.help/"),
        ("blago-darju", "https://proo-blagodaru.ru/"),
        ("galaktika", "http://www.galaxyfond.com/"),
        ("ingo", "https://crisiscenter.ru/"),
        ("iom-moscow", "http://moscow.iom.int/"),
        ("karelia-centre", "http://www.owl.ru/win/women/aiwo/karelia.htm"),
        ("maria", "www.maria-centr.ru"),
        ("migration-research-center", "www.migrocenter.ru"),
        ("nevoli-net", "http://nevoli.net/"),
        ("red-cross-astrakhan", "https://www.redcross.ru/offices/astrahanskoe-oblastnoe-otdelenie-rkk"),
        ("red-cross-saint-petersburg", "www.spbredcross.org"),
        ("safe-house", "http://jewelgirls.ru"),
        ("sisters", "www.sisters-help.ru"),
        ("stellit", "http://ngostellit.ru/"),
        ("warm-house-on-the-mountain", "https://hh.ru/employer/3756222"),
    ];

    [Fact]
    public void Numbers_AreTheEighteenOfTheSource()
    {
        Assert.Equal(18, Numbers.Length);
        Assert.Equal(
            Numbers,
            Contacts(ContactKind.Phone, ContactKind.Hotline).Select(contact => (contact.Organisation, contact.Contact.Kind, contact.Contact.Value)));
    }

    [Fact]
    public void EmailAddresses_AreTheFifteenOfTheSource()
    {
        Assert.Equal(15, Emails.Length);
        Assert.Equal(Emails, Contacts(ContactKind.Email).Select(contact => (contact.Organisation, contact.Contact.Value)));
    }

    [Fact]
    public void Websites_AreTheFifteenOfTheSource()
    {
        Assert.Equal(15, Websites.Length);
        Assert.Equal(Websites, Contacts(ContactKind.Website).Select(contact => (contact.Organisation, contact.Contact.Value)));
    }

    [Fact]
    public void Messengers_AreNone_AsInTheSource() => Assert.Empty(Contacts(ContactKind.Messenger));

    [Fact]
    public void FreeNumbers_AreExactlyThoseOf8800() =>
        Assert.Equal(
            ["+78003330016", "+78005507140", "+78007071417"],
            Contacts(ContactKind.Phone, ContactKind.Hotline)
                .Select(contact => PhoneNumber.FromE164(contact.Contact.Value))
                .Where(number => number.IsFree)
                .Select(number => number.E164)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void EmergencyNumbers_AreThePoliceOn112AndFree()
    {
        var number = Assert.Single(ShippedContent.Russia.EmergencyNumbers);

        Assert.Equal(
            ("112", true, "Police", "Полиция"),
            (number.Number, number.IsFree, number.Name.In(ShippedContent.English).Text, number.Name.In(ShippedContent.Russian).Text));
    }

    [Fact]
    public void Websites_AllLeadSomewhere() =>
        Assert.All(Contacts(ContactKind.Website), contact => Assert.NotNull(WebAddress.TryParse(contact.Contact.Value)));

    [Fact]
    public void Contacts_AreNotYetConfirmed() =>
        Assert.All(Contacts(Enum.GetValues<ContactKind>()), contact => Assert.Empty(contact.Contact.Confirmations));

    private static IEnumerable<(string Organisation, ContactPoint Contact)> Contacts(params ContactKind[] kinds) =>
        from organisation in ShippedContent.Russia.Organisations
        orderby organisation.Slug.Value
        from contact in organisation.Contacts
        where kinds.Contains(contact.Kind)
        orderby organisation.Slug.Value, contact.Position
        select (organisation.Slug.Value, contact);
}
