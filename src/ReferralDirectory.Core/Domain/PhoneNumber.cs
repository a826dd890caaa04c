using System.Diagnostics.CodeAnalysis;
using PhoneNumbers;

namespace ReferralDirectory.Core.Domain;

/// <summary>
/// A telephone number that exists in its country's numbering plan, kept in E.164. Emergency short codes such as 112
/// are not telephone numbers in this sense: see <see cref="EmergencyNumber"/>.
/// </summary>
public sealed record PhoneNumber
{
    /// <summary>ITU-T E.164: a plus and at most 15 digits.</summary>
    public const int MaxLength = 16;

    /// <summary>Characters that <see cref="National"/> and <see cref="International"/> may have.</summary>
    public const int FormatMaxLength = 40;

    private PhoneNumber(string e164, string national, string international, bool isFree) =>
        (E164, National, International, IsFree) = (e164, national, international, isFree);

    /// <summary>Plus, country code, number, digits only: what is stored and dialled.</summary>
    public string E164 { get; }

    /// <summary>As people of its country write it, with the prefix they dial.</summary>
    public string National { get; }

    /// <summary>As it is written for a caller from another country.</summary>
    public string International { get; }

    /// <summary>
    /// True where the numbering plan makes calls free to the caller (in Russia 8-800). False says only that we do not
    /// know it to be free.
    /// </summary>
    public bool IsFree { get; }

    /// <param name="text">Any usual way of writing it; a number without country code is read as one of <paramref name="countryCode"/>.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2.</param>
    /// <param name="number">The number, or null.</param>
    /// <returns>False where no such number can exist in the numbering plan.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, string? countryCode, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        try
        {
            var parsed = Plan.Util.Parse(text, countryCode);
            // Letters would silently be read as the digits they share a key with.
            if (Plan.Util.IsValidNumber(parsed) && !parsed.HasExtension && !text!.Any(char.IsLetter))
            {
                number = Describe(parsed);
            }
        }
        catch (NumberParseException)
        {
            // Not a number: the answer is false.
        }

        return number is not null;
    }

    /// <summary>True for an ISO 3166-1 alpha-2 code, upper case, of a country that has a numbering plan.</summary>
    public static bool IsCountryCode(string text) => Plan.Util.GetSupportedRegions().Contains(text);

    /// <exception cref="FormatException">The stored text is not a number in E.164.</exception>
    public static PhoneNumber FromE164(string e164) =>
        TryParse(e164, null, out var number) && number.E164 == e164 ? number : throw new FormatException($"'{e164}' is not a telephone number in E.164.");

    /// <summary>
    /// A number whose formats were stored with it: it is not looked up in the numbering plan, which then need not be loaded. Formats
    /// that are those of another number are not believed: nobody must read one number and call another.
    /// </summary>
    /// <exception cref="FormatException">The stored text is not a number in E.164.</exception>
    public static PhoneNumber FromStored(string e164, string national, string international, bool isFree) =>
        DigitsOf(international) == e164[1..] && e164.EndsWith(WithoutTrunkPrefix(DigitsOf(national)), StringComparison.Ordinal)
            ? new PhoneNumber(e164, national, international, isFree)
            : FromE164(e164);

    /// <inheritdoc/>
    public override string ToString() => E164;

    private static PhoneNumber Describe(PhoneNumbers.PhoneNumber number) => new(
        Plan.Util.Format(number, PhoneNumberFormat.E164),
        Plan.Util.Format(number, PhoneNumberFormat.NATIONAL),
        Plan.Util.Format(number, PhoneNumberFormat.INTERNATIONAL),
        Plan.Util.GetNumberType(number) == PhoneNumberType.TOLL_FREE);

    private static string DigitsOf(string format) => string.Concat(format.Where(char.IsAsciiDigit));

    // At home one dials a digit or two in front of many a number: 8 in Russia, 0 in most countries.
    private static string WithoutTrunkPrefix(string digits) => digits.Length > 6 ? digits[2..] : digits;

    // Loaded when somebody first asks it.
    private static class Plan
    {
        public static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();
    }
}
