using System.Net;
using ReferralDirectory.Core.Accounts;

namespace ReferralDirectory.Testing;

/// <summary>Somebody with an account, and their browser.</summary>
public sealed class StaffPerson(StaffSite site, string email, CancellationToken cancellationToken)
{
    /// <summary>Not on any list of common ones.</summary>
    public const string Password = "copper lantern 42 sleeps quietly";

    /// <summary>Their address.</summary>
    public string Email => email;

    /// <summary>What colleagues call them: nobody else is called so.</summary>
    public string Name => $"The {email[..email.IndexOf('@', StringComparison.Ordinal)]}";

    /// <summary>Their browser.</summary>
    public Visitor Browser { get; private set; } = site.NewVisitor(cancellationToken);

    /// <summary>The secret that their authenticator app has.</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>On paper.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Their id.</summary>
    public Guid Id { get; init; }

    /// <summary>The code their app shows now; each call moves the clock on, so that no code comes twice.</summary>
    public string NextCode()
    {
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        return AuthenticatorCodes.CodeAt(Key, site.Clock.GetUtcNow());
    }

    /// <summary>Takes the link, sets a password and an authenticator app: signed in.</summary>
    public async Task<StaffPerson> SetUpAsync(string link)
    {
        var chosen = await Browser.SubmitAsync(link, link, ("name", Name), ("password", Password));
        Expect(chosen.Location == "/admin/set-up", chosen);
        var page = (await Browser.GetAsync("/admin/set-up")).Page;
        Key = KeyOf(page.QuerySelector("#key")!.TextContent);
        var done = await Browser.SubmitAsync(page, "/admin/set-up", ("code", NextCode()));
        Expect(done.Status == HttpStatusCode.OK, done);
        RecoveryCodes = [.. done.Page.QuerySelectorAll(".codes code").Select(code => code.TextContent)];
        return this;
    }

    /// <summary>Signs in with password and code.</summary>
    /// <param name="anew">True for a browser that knows nothing.</param>
    public async Task<Answer> SignInAsync(bool anew = false)
    {
        Browser = anew ? site.NewVisitor(cancellationToken) : Browser;
        var first = await Browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", Email), ("password", Password));
        return first.Location is { } second ? await Browser.SubmitAsync(second, "/admin/sign-in/second", ("code", NextCode())) : first;
    }

    /// <summary>The secret of an authenticator app, as a page spells it.</summary>
    public static byte[] KeyOf(string spelled)
    {
        var letters = string.Concat(spelled.Where(char.IsLetterOrDigit));
        var bits = string.Concat(letters.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }

    private static void Expect(bool isSo, Answer answer)
    {
        if (!isSo)
        {
            throw new InvalidOperationException($"The account could not be set up: {(int)answer.Status} {answer.Location} {answer.Page.Body?.TextContent}");
        }
    }
}
