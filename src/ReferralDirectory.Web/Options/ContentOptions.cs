namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Content</c>.</summary>
public sealed class ContentOptions
{
    /// <summary>The folder an empty database is filled from; by default the copy of <c>data/</c> beside the program.</summary>
    public required string Path { get; init; }

    /// <param name="configuration">All settings.</param>
    /// <param name="root">Where a relative path starts.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static ContentOptions Read(IConfiguration configuration, string root)
    {
        var section = new SettingsSection(configuration, "Content", nameof(Path));
        var path = System.IO.Path.GetFullPath(section.Text(nameof(Path), System.IO.Path.Combine(AppContext.BaseDirectory, "data"), "it must be the path of a folder."), root);
        section.Require(Directory.Exists(path), nameof(Path), $"there is no folder '{path}'.");
        return new ContentOptions { Path = path };
    }
}
