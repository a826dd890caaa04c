namespace ReferralDirectory.Core.Accounts;

/// <summary>Which passwords are taken: long ones that are not the first to be guessed. What they are made of does not matter.</summary>
/// <remarks>NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where it is not the only thing; a blocklist; no rules of composition.</remarks>
public static class PasswordRules
{
    /// <summary>Characters at least.</summary>
    public const int MinLength = 15;

    /// <summary>Characters at most: hashing more than this would only cost time.</summary>
    public const int MaxLength = 256;

    // In halves of a letter: eight letters are left besides what is guessed first.
    private const int MinWorth = 16;

    private const int MinDifferentCharacters = 6;

    /// <summary>What is wrong with a password; null where nothing is.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="personal">Names and addresses that it must not be made of.</param>
    public static PasswordFault? Check(string password, params ReadOnlySpan<string> personal)
    {
        if (password.Length < MinLength)
        {
            return PasswordFault.TooShort;
        }

        if (password.Length > MaxLength)
        {
            return PasswordFault.TooLong;
        }

        var guess = PasswordGuess.Of(password, personal);
        if (guess.Worth >= MinWorth && guess.DifferentCharacters >= MinDifferentCharacters && !IsRepetition(guess))
        {
            return null;
        }

        return guess.Personal > 0 && guess.Personal >= guess.Common + guess.Patterns ? PasswordFault.Personal
            : guess.Common > 0 ? PasswordFault.Common
            : PasswordFault.Pattern;
    }

    // Said twice, a password must be long enough without that.
    private static bool IsRepetition(PasswordGuess guess) => guess.Repeated * 3 > guess.Length && guess.Length - guess.Repeated < MinLength;
}
