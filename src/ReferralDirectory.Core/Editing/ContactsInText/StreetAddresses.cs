using System.Text.RegularExpressions;

namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>Places in a text that a reader could walk to: a street, a house or a flat with its number.</summary>
internal static class StreetAddresses
{
    // Words that stand in front of a name or a number, in the languages of the site, with their endings. A language that is added
    // needs its words here.
    private const string Street = @"(?:ул|улиц\p{L}{0,3}|пр|пр-т\p{L}?|пр-кт|просп|проспект\p{L}{0,3}|пер|переул\p{L}{0,4}|ш|шоссе|наб|набережн\p{L}{0,3}|пл|площад\p{L}{0,4}|б-р|бул|бульвар\p{L}{0,3}|проезд\p{L}{0,3}|туп|тупик\p{L}{0,3}|алле\p{L}{0,3}|мкр|микрорайон\p{L}{0,3}|street|st|avenue|ave|road|rd|lane|ln|boulevard|blvd|drive|dr|square|sq|highway|hwy)";

    private const string House = @"(?:дом\p{L}{0,3}|корп|корпус\p{L}{0,3}|стр|строен\p{L}{0,3}|кв|квартир\p{L}{0,3}|подъезд\p{L}{0,3}|офис\p{L}{0,3}|каб|кабинет\p{L}{0,3}|house|building|bldg|flat|apartment|apt|office|suite|entrance)";

    private const string Gap = @"[\s.,:;№#«»""'()-]*";

    private const string Name = @"[\p{L}.'’-]+";

    private const string Number = @"[0-9]+[\p{L}0-9/-]*";

    private static readonly Regex Place = new(
        $@"\b{Street}\b{Gap}(?:{Name}{Gap}){{0,4}}{Number}|\b{Number}[\s,]+(?:{Name}[\s,]+){{0,3}}{Street}\b|\b{House}\b{Gap}(?:no{Gap})?{Number}|\b[дкс]\s?[.№]\s?{Number}|\bд\s?[0-9]+",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly Regex Between = new(@"[\s.,:;№#«»""'()*_]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>Each, in the order of the text, in a form in which punctuation makes no difference.</summary>
    /// <param name="plain">As <see cref="PlainText"/> gives it.</param>
    public static IEnumerable<string> In(string plain) => Place.Matches(plain).Select(match => Between.Replace(match.Value, " ").Trim());
}
