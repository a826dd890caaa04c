using System.ComponentModel.DataAnnotations;

namespace ReferralDirectory.Web.Options;

/// <summary>Reads settings strictly, before anything else runs.</summary>
internal static class Settings
{
    /// <exception cref="SettingException">A setting of the section is unknown, of the wrong kind, or out of range.</exception>
    public static T Read<T>(IConfiguration configuration, string sectionName)
        where T : class, new()
    {
        var section = configuration.GetSection(sectionName);
        var known = typeof(T).GetProperties().Select(property => property.Name).ToArray();
        var unknown = section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new SettingException($"The setting '{sectionName}:{unknown.Key}' is not known; the settings of '{sectionName}' are {string.Join(", ", known)}.");
        }

        var options = Bind<T>(section);
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true))
        {
            throw new SettingException($"The setting '{sectionName}:{problems[0].MemberNames.First()}' is wrong: {problems[0].ErrorMessage}");
        }

        return options;
    }

    /// <exception cref="SettingException">The folder that a setting names does not exist.</exception>
    public static string Folder(string path, string setting) =>
        Directory.Exists(path) ? path : throw new SettingException($"The setting '{setting}' is wrong: there is no folder '{path}'.");

    private static T Bind<T>(IConfigurationSection section)
        where T : class, new()
    {
        try
        {
            return section.Get<T>() ?? new T();
        }
        catch (InvalidOperationException problem)
        {
            throw new SettingException($"A setting of '{section.Path}' is wrong: {problem.Message}");
        }
    }
}
