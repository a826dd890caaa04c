using System.Diagnostics;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Numbers and addresses that hide in texts.</summary>
public sealed class SecondPersonTests
{
    private static readonly OrganisationDraft Published = new()
    {
        Slug = "helpers",
        OwnLanguage = "en",
        Name = [Text("Helpers 24")],
        Services = [new ServiceDraft { Description = [Text("Open since 2006. Call us, or write to old@example.org. See Law No. 442.")] }],
        Contacts = [new ContactDraft(Guid.NewGuid(), ContactKind.Phone, "+78127173531")],
    };

    [Theory]
    [InlineData("Call 8 800 555 35 35")]
    [InlineData("Call 88005553535")]
    [InlineData("Call 8-800-555")]
    [InlineData("Call 8.8.0.0.5")]
    [InlineData("Call (8) / 800 * 555")]
    [InlineData("Call 8x800x555")]
    [InlineData("Call ８８００５５５")]
    [InlineData("Call ٨٨٠٠٥٥٥")]
    [InlineData("Call ۸۸۰۰۵۵۵")]
    [InlineData("Call ८८००५")]
    [InlineData("Call 𝟖𝟖𝟎𝟎𝟓")]
    [InlineData("Call ⑧⑧⓪⓪⑤")]
    [InlineData("Call ❽❽❶❶❺")]
    [InlineData("Call 8️⃣8️⃣0️⃣0️⃣5️⃣")]
    [InlineData("Call ⁸⁸⁰⁰⁵")]
    [InlineData("Call 8\u200b8\u200b0\u200b0\u200b5")]
    [InlineData("Call 88\u00ad00\u00ad555")]
    [InlineData("Call 8\u31648\u31640\u31640\u31645")]
    [InlineData("Call 88\u202e00555")]
    [InlineData("Call 88\n\n- 00\n- 55")]
    [InlineData("Call **8**8**0**0**5")]
    [InlineData("Call &#56;&#56;&#48;&#48;&#53;")]
    [InlineData("Call &#x38;&#x38;&#x30;&#x30;&#x35;")]
    [InlineData("Call one&commat;two")]
    [InlineData("Write to new@example.org")]
    [InlineData("Write to new @ example")]
    [InlineData("Write to new＠example")]
    [InlineData("Write to @helper")]
    [InlineData("Go to example.com")]
    [InlineData("Go to example.com/path")]
    [InlineData("Go to example .com")]
    [InlineData("Go to пример.рф")]
    [InlineData("Go to example。com")]
    [InlineData("Go to example．com")]
    [InlineData("Go to exa\u200bmple\u200b.\u200bcom")]
    [InlineData("Go to example\u2024com")]
    [InlineData("Go to t.me/helper")]
    [InlineData("Go to http://localhost")]
    [InlineData("Go to tg://resolve")]
    [InlineData("tel: 112")]
    [InlineData("skype:helper")]
    public void Reasons_ForATextThatGainsAContact_NameIt(string text)
    {
        Assert.Contains(SecondPersonReason.ContactInText, SecondPerson.Reasons(Published.WithDescription(text), Published, bringsBack: false, hotlineTypes: []));
        Assert.Contains(SecondPersonReason.ContactInText, SecondPerson.Reasons(Published.WithName(text), Published, bringsBack: false, hotlineTypes: []));
        Assert.Contains(SecondPersonReason.ContactInText, SecondPerson.Reasons(Published with { AlsoKnownAs = [text] }, Published, bringsBack: false, hotlineTypes: []));
        Assert.Contains(SecondPersonReason.ContactInText, SecondPerson.Reasons(WithEligibility(text), Published, bringsBack: false, hotlineTypes: []));
        Assert.Contains(SecondPersonReason.ContactInText, SecondPerson.Reasons(WithNote(text), Published, bringsBack: false, hotlineTypes: []));
    }

    [Theory]
    [InlineData("Call us today. It is free.")]
    [InlineData("Open 24 hours.")]
    [InlineData("Up to 14 days; 3 meals a day.")]
    [InlineData("т. е. бесплатно")]
    public void Reasons_ForAnHonestText_AreNone(string text) =>
        Assert.Empty(SecondPerson.Reasons(WithEligibility(text), Published, bringsBack: false, hotlineTypes: []));

    [Fact]
    public void Reasons_ForANumberCutIntoFields_NameIt()
    {
        var draft = Published with { Services = [new ServiceDraft { Description = [Text("880")], Eligibility = [Text("055")] }, new ServiceDraft { Description = [Text("53")] }] };

        Assert.Contains(SecondPersonReason.ContactInText, SecondPerson.Reasons(draft, Published, bringsBack: false, hotlineTypes: []));
    }

    [Fact]
    public void Reasons_ForANumberInAStep_NameIt()
    {
        var published = new StepTextDraft { Title = "Step 1", ForYou = "You can call **112**." };

        Assert.Equal([SecondPersonReason.ContactInText], SecondPerson.Reasons(published with { ForWorkers = "8 495 1" }, published, bringsBack: false, hotlineTypes: []));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1 ")]
    [InlineData("a.")]
    [InlineData("a-")]
    [InlineData("@ ")]
    [InlineData(" ")]
    [InlineData("1\u200b")]
    [InlineData("&#")]
    public void Reasons_ForTheLongestText_AreFoundInTime(string unit)
    {
        var started = Stopwatch.GetTimestamp();

        SecondPerson.Reasons(Published.WithDescription(string.Concat(Enumerable.Repeat(unit, Revision.SnapshotMaxLength / unit.Length))), Published, bringsBack: false, hotlineTypes: []);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Reasons_ForHalfACharacter_AreFound() =>
        Assert.Contains(SecondPersonReason.ContactInText, SecondPerson.Reasons(Published.WithDescription("\ud83d 8800555"), Published, bringsBack: false, hotlineTypes: []));

    private static TextDraft Text(string text) => new("en", text, TranslationState.Original);

    private static OrganisationDraft WithEligibility(string text) => Published with { Services = [Published.Services[0] with { Eligibility = [Text(text)] }] };

    private static OrganisationDraft WithNote(string text) => Published with { OpeningHours = new OpeningHoursDraft { Exceptions = [new OpeningExceptionDraft { Note = [Text(text)] }] } };
}
