namespace ReferralDirectory.Testing.Generation;

/// <summary>Places of the generated country.</summary>
public static class Towns
{
    public static IReadOnlyList<Bilingual> All { get; } =
    [
        .. ("""
            Abakan Абакан, Anapa Анапа, Angarsk Ангарск, Arkhangelsk Архангельск, Barnaul Барнаул, Belgorod Белгород,
            Biysk Бийск, Blagoveshchensk Благовещенск, Bratsk Братск, Bryansk Брянск, Cheboksary Чебоксары,
            Chelyabinsk Челябинск, Cherepovets Череповец, Chita Чита, Elista Элиста, Engels Энгельс, Irkutsk Иркутск,
            Ivanovo Иваново, Izhevsk Ижевск, Kaliningrad Калининград, Kaluga Калуга, Kazan Казань, Kemerovo Кемерово,
            Khabarovsk Хабаровск, Khimki Химки, Kirov Киров, Kostroma Кострома, Krasnodar Краснодар,
            Krasnoyarsk Красноярск, Kurgan Курган, Kursk Курск, Lipetsk Липецк, Magadan Магадан, Magnitogorsk Магнитогорск,
            Maykop Майкоп, Moscow Москва, Murmansk Мурманск, Nakhodka Находка, Nalchik Нальчик, Norilsk Норильск,
            Novgorod Новгород, Novokuznetsk Новокузнецк, Novosibirsk Новосибирск, Omsk Омск, Orenburg Оренбург, Oryol Орёл,
            Penza Пенза, Perm Пермь, Petrozavodsk Петрозаводск, Pskov Псков, Pyatigorsk Пятигорск, Ryazan Рязань,
            Rybinsk Рыбинск, Salekhard Салехард, Samara Самара, Saransk Саранск, Saratov Саратов, Shchyolkovo Щёлково,
            Smolensk Смоленск, Sochi Сочи, Stavropol Ставрополь, Surgut Сургут, Syktyvkar Сыктывкар, Taganrog Таганрог,
            Tambov Тамбов, Tobolsk Тобольск, Tolyatti Тольятти, Tomsk Томск, Tula Тула, Tver Тверь, Tyumen Тюмень, Ufa Уфа,
            Ukhta Ухта, Vladikavkaz Владикавказ, Vladimir Владимир, Vladivostok Владивосток, Volgograd Волгоград,
            Vologda Вологда, Vorkuta Воркута, Voronezh Воронеж, Yakutsk Якутск, Yaroslavl Ярославль,
            Yekaterinburg Екатеринбург, Zelenograd Зеленоград
            """)
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split(' '))
            .Select(pair => new Bilingual(pair[0], pair[1])),
    ];
}
