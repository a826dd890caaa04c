using System.Globalization;

namespace ReferralDirectory.Web.Options;

/// <summary>
/// One section of the settings, read strictly. By hand: to bind and to validate by reflection takes a tenth of the whole start.
/// </summary>
internal sealed class SettingsSection
{
    private readonly IConfigurationSection section;

    /// <exception cref="SettingException">The section holds a setting that is not known.</exception>
    public SettingsSection(IConfiguration configuration, string name, params string[] known)
    {
        section = configuration.GetSection(name);
        foreach (var child in section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new SettingException($"The setting '{name}:{child.Key}' is not known; the settings of '{name}' are {string.Join(", ", known)}.");
            }
        }
    }

    /// <summary>A text; the other where the setting is absent.</summary>
    public string Text(string key, string otherwise) => section[key] ?? otherwise;

    /// <summary>A text that is not blank.</summary>
    /// <exception cref="SettingException">It is.</exception>
    public string Text(string key, string otherwise, string rule)
    {
        var text = Text(key, otherwise);
        Require(!string.IsNullOrWhiteSpace(text), key, rule);
        return text;
    }

    /// <summary>A whole number.</summary>
    /// <exception cref="SettingException">It is none, or out of range.</exception>
    public int Number(string key, int otherwise, int least, int most, string unit)
    {
        var number = otherwise;
        var isNumber = section[key] is not { } text || int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);
        Require(isNumber && number >= least && number <= most, key, $"it must be a number of {unit} from {least} to {most}.");
        return number;
    }

    /// <summary>One of two.</summary>
    /// <exception cref="SettingException">It is neither.</exception>
    public bool YesOrNo(string key, bool otherwise)
    {
        var answer = otherwise;
        Require(section[key] is not { } text || bool.TryParse(text, out answer), key, "it must be true or false.");
        return answer;
    }

    /// <exception cref="SettingException">It does not hold.</exception>
    public void Require(bool holds, string key, string rule)
    {
        if (!holds)
        {
            throw Wrong($"{section.Path}:{key}", rule);
        }
    }

    /// <summary>What is thrown for a setting that is wrong.</summary>
    /// <param name="setting">Its whole name.</param>
    /// <param name="rule">What it should be, as the end of a sentence.</param>
    public static SettingException Wrong(string setting, string rule) => new($"The setting '{setting}' is wrong: {rule}");
}
