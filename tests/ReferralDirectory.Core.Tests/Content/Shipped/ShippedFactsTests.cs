using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Content.Shipped;

/// <summary>
/// Every fact of the source stands in the part for workers, in both languages. A row names a fact by a few words of each
/// text: who rewrites the text rewrites the row, and sees that the fact is still there.
/// </summary>
public sealed class ShippedFactsTests
{
    [Theory]
    [InlineData("police units", "подразделения полиции")]
    [InlineData("non-governmental organisations", "некоммерческие организации")]
    [InlineData("the migration authority", "миграционные органы")]
    [InlineData("the first to identify an alleged or presumed victim", "Первыми выявить предполагаемую жертву")]
    [InlineData("NGO hotlines", "Горячие линии НКО")]
    [InlineData("online and offline consultations", "онлайн и офлайн")]
    [InlineData("telephone **112**", "телефон **112**")]
    [InlineData("no formal mechanism for identifying trafficked persons", "Официального механизма идентификации жертв торговли людьми нет")]
    [InlineData("ad hoc", "от случая к случаю")]
    public void Encounter_SaysWhoMayBeFirstAndWhomToCall(string english, string russian) =>
        AssertSays(StepKey.Encounter, english, russian);

    [Theory]
    [InlineData("NGO hotlines", "Горячие линии НКО")]
    [InlineData("telephone **112**", "телефон **112**")]
    [InlineData("No formal mechanism exists for identifying trafficked persons", "Нет официального механизма идентификации жертв торговли людьми")]
    [InlineData("ad hoc", "от случая к случаю")]
    [InlineData("International Organization for Migration (IOM)", "Международной организации по миграции (МОМ)")]
    [InlineData("formal and informal relationships", "официальные и неофициальные связи")]
    [InlineData("law enforcement", "правоохранительные органы")]
    [InlineData("the Ministry of Foreign Affairs", "Министерство иностранных дел")]
    [InlineData("the Ministry of Labour and Social Protection", "Министерство труда и социальной защиты")]
    [InlineData("officials of Moscow and Saint Petersburg", "должностные лица Москвы и Санкт-Петербурга")]
    [InlineData("- NGOs;", "- НКО;")]
    [InlineData("the Russian Orthodox Church", "Русская православная церковь")]
    [InlineData("no mechanism but this one", "единственный механизм")]
    [InlineData("unofficial", "неофициальный")]
    public void InitialReferral_SaysWhoHasRelationsWithWhom(string english, string russian) =>
        AssertSays(StepKey.InitialReferral, english, russian);

    [Theory]
    [InlineData("No formal mechanism exists for identifying trafficked persons", "Нет официального механизма идентификации жертв торговли людьми")]
    [InlineData("Ministry of Internal Affairs", "Министерство внутренних дел")]
    [InlineData("written instructions", "письменные инструкции")]
    [InlineData("operative agents", "оперативных сотрудников")]
    [InlineData("ad hoc", "от случая к случаю")]
    [InlineData("do not use the term “victim”", "Термин «жертва» применительно к торговле людьми российские органы власти не используют")]
    [InlineData("legislation does not define it", "в законодательстве он не определён")]
    [InlineData("“injured party”", "«потерпевший»")]
    [InlineData("Criminal Code", "Уголовный кодекс")]
    [InlineData("crimes of every kind", "пострадавшим от любых преступлений")]
    [InlineData("a person in criminal proceedings", "участника уголовного судопроизводства")]
    [InlineData("whether their status is regular or not", "с урегулированным правовым статусом или без него")]
    [InlineData("International Organization for Migration (IOM)", "Международной организацией по миграции (МОМ)")]
    [InlineData("safe return", "безопасное возвращение")]
    [InlineData("help with their identification", "содействуют идентификации")]
    public void Identification_SaysHowItIsDoneAndWhatTheLawCallsIt(string english, string russian) =>
        AssertSays(StepKey.Identification, english, russian);

    [Theory]
    [InlineData("Federal Law No. 442", "№ 442-ФЗ")]
    [InlineData("On Basis of Social Servicing of Citizens of the Russian Federation", "Об основах социального обслуживания граждан в Российской Федерации")]
    [InlineData("social assistance of three types", "три вида социальной помощи")]
    [InlineData("all persons who need social support", "для всех, кто нуждается в социальной поддержке")]
    [InlineData("foreign citizens and persons without citizenship who live in the Russian Federation permanently", "иностранные граждане и лица без гражданства, которые постоянно проживают на территории Российской Федерации")]
    [InlineData("refugees", "беженцы")]
    [InlineData("Directive of the Ministry of Labour and Social Protection", "Акт Министерства труда и социальной защиты")]
    [InlineData("free social assistance", "бесплатную социальную помощь")]
    [InlineData("victims of human trafficking are not explicitly mentioned", "Жертвы торговли людьми прямо не названы")]
    [InlineData("provided shelter", "предоставляли жертвам торговли людьми приют")]
    [InlineData("hotlines", "горячие линии")]
    [InlineData("online and offline consultations", "онлайн и офлайн")]
    [InlineData("NGO assistance is limited, is given ad hoc", "Помощь НКО ограничена, оказывается от случая к случаю")]
    [InlineData("Reportedly there are about twenty-five", "По имеющимся сведениям, их около двадцати пяти")]
    [InlineData("in the major cities and in the regions", "в крупных городах и в регионах")]
    [InlineData("general assistance, to women and to children in “difficult life situations”", "общую помощь женщинам и детям «в трудной жизненной ситуации»")]
    [InlineData("Federal Legislation on Victim-Witness Protection", "Федеральное законодательство о защите потерпевших и свидетелей")]
    [InlineData("a protection fund, meant for victims and witnesses of crime who are registered", "фонд защиты для зарегистрированных потерпевших и свидетелей преступлений")]
    [InlineData("Victims of trafficking are not specified in it", "Жертвы торговли людьми в нём отдельно не названы")]
    [InlineData("usually need special protection and assistance", "обычно им нужны особая защита и помощь")]
    [InlineData("The public has no access to information on how many victims the fund has helped", "В открытом доступе нет сведений о том, скольким пострадавшим помог фонд")]
    [InlineData("that mechanism is unofficial", "этот механизм неофициальный")]
    public void Assistance_NamesTheLawsTheCentresAndTheFundAndWhomTheyLeaveOut(string english, string russian) =>
        AssertSays(StepKey.Assistance, english, russian);

    [Theory]
    [InlineData("return safely to the countries they come from", "безопасно вернуться в страны происхождения")]
    [InlineData("the documents are restored, where employers took them away illegally", "восстановить документы, если работодатель забрал их незаконно")]
    [InlineData("consular division of the relevant embassy", "консульским отделом посольства его страны")]
    [InlineData("certificate for return", "свидетельство на возвращение")]
    [InlineData("no possibility of getting a passport", "нет возможности получить паспорт")]
    [InlineData("Quite often victims have no means to buy a ticket home", "Довольно часто жертвам не на что купить билет домой")]
    [InlineData("some financial assistance", "некоторую финансовую помощь")]
    [InlineData("through the IOM offices", "через представительства МОМ")]
    [InlineData("through partner organisations in the countries of origin", "через организации-партнёры в странах происхождения")]
    [InlineData("by collecting donations", "собирая пожертвования")]
    [InlineData("As a rule, partner organisations take responsibility", "Организации-партнёры обычно берут на себя ответственность")]
    [InlineData("safety once they are back", "безопасность жертв после возвращения")]
    [InlineData("rehabilitation process", "реабилитацию")]
    public void VoluntaryReturn_SaysHowItIsArrangedAndPaid(string english, string russian) =>
        AssertSays(StepKey.VoluntaryReturn, english, russian);

    [Theory]
    [InlineData("limited assistance, on an ad hoc basis", "ограниченную помощь, от случая к случаю")]
    [InlineData("funded entirely by projects or by private donations", "полностью финансируется за счёт проектов или частных пожертвований")]
    public void Providers_SaysWhatNgosCanGiveAndWhoPays(string english, string russian) =>
        AssertSays(StepKey.Providers, english, russian);

    private static void AssertSays(StepKey key, string english, string russian)
    {
        Assert.Contains(english, ShippedContent.StepText(key, ShippedContent.English).ForWorkers, StringComparison.Ordinal);
        Assert.Contains(russian, ShippedContent.StepText(key, ShippedContent.Russian).ForWorkers, StringComparison.Ordinal);
    }
}
