namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>Pages of the list as somebody might ask for them.</summary>
internal static class ListAddresses
{
    private static readonly string[] Words =
    [
        "помощь", "юридическая помощь", "legal help", "shelter moscow", "приют", "иркутск", "психолг", "8 800", "+7 495", "qqqq", "<script>", "\"&'", "мария", "горячая линия",
        "ребёнок документы", "ё", "комитет по правам человека", "психологическая помощь детям", "center for women and children", new string('я', 200),
    ];

    private static readonly string[] Filters = ["", "&free=1", "&need=legal-help", "&place=not-stated", "&need=safe-accommodation&audience=women", "&page=2", "&place=moscow&need=hotline"];

    /// <summary>Words of many kinds under filters of many kinds; some of these pages are not there.</summary>
    public static IEnumerable<string> OfWords(params string[] roots) =>
        from root in roots
        from words in Words
        from filter in Filters
        select $"{root}/providers?q={Uri.EscapeDataString(words)}{filter}";
}
