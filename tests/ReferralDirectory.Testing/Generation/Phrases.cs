namespace ReferralDirectory.Testing.Generation;

/// <summary>What generated names and descriptions are made of.</summary>
public static class Phrases
{
    public static IReadOnlyList<Bilingual> Kinds { get; } = Pairs(
        "Crisis Centre = Кризисный центр; Charity Foundation = Благотворительный фонд; Shelter = Приют; Public Organisation = Общественная организация; "
        + "Women's Association = Женская ассоциация; Help Service = Служба помощи; Support Fund = Фонд поддержки; Resource Centre = Ресурсный центр; "
        + "Human Rights Committee = Комитет по правам человека; Family Centre = Семейный центр; Regional Branch = Региональное отделение; Initiative = Инициатива");

    public static IReadOnlyList<Bilingual> Names { get; } = Pairs(
        "Hope = Надежда; Light = Свет; Harbour = Гавань; Bridge = Мост; Dawn = Рассвет; Mercy = Милосердие; Trust = Доверие; Anchor = Якорь; "
        + "Spring = Родник; Lighthouse = Маяк; Guardian = Хранитель; Rainbow = Радуга; Ark = Ковчег; Oasis = Оазис; Wings = Крылья; Sail = Парус; "
        + "Kindness = Доброта; Freedom = Свобода; New Life = Новая жизнь; Home = Очаг; Sunrise = Восход; Step Forward = Шаг вперёд; Good Neighbour = Добрый сосед; Two Rivers = Две реки");

    public static IReadOnlyList<Bilingual> Sentences { get; } = Pairs(
        "Gives a place to stay for a time = Предоставляет место, где можно временно пожить; Lawyers answer questions free of charge = Юристы бесплатно отвечают на вопросы; "
        + "A psychologist talks with everyone who comes = Психолог разговаривает с каждым, кто приходит; Helps to find work and to learn a trade = Помогает найти работу и получить профессию; "
        + "Goes with people to state agencies = Сопровождает людей в государственные органы; Food and clothes twice a week = Еда и одежда два раза в неделю; "
        + "Works with families and with schools = Работает с семьями и со школами; Interpreters for several languages = Переводчики с нескольких языков; "
        + "Volunteers answer the line in the evening = Волонтёры отвечают по телефону вечером; Restores lost documents = Восстанавливает утраченные документы; "
        + "Pays for the ticket home = Оплачивает билет домой; Doctors see people without insurance = Врачи принимают людей без страховки; "
        + "Groups for those who lived through violence = Группы для переживших насилие; Training for police and social workers = Обучение для полиции и социальных работников; "
        + "Rooms for mothers with small children = Комнаты для матерей с маленькими детьми; Meets people at the railway station = Встречает людей на вокзале");

    private static IReadOnlyList<Bilingual> Pairs(string text) =>
    [
        .. text.Split(';', StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('=', StringSplitOptions.TrimEntries))
            .Select(pair => new Bilingual(pair[0], pair[1])),
    ];
}
