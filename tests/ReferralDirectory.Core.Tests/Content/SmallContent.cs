using System.Collections.Immutable;
using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Content;

/// <summary>
/// A content folder without faults and as small as that can be, for tests to change one thing in. It does not use the
/// shipped content, so that editors can change that freely.
/// </summary>
internal sealed class SmallContent : IDisposable
{
    public const string Languages = "languages.yaml";
    public const string Types = "assistance-types.yaml";
    public const string Audiences = "audiences.yaml";
    public const string Country = "testland/country.yaml";
    public const string Helpers = "testland/organisations/helpers.yaml";
    public const string Neighbours = "testland/organisations/neighbours.yaml";
    public const string Step = "testland/steps/1-encounter.en.md";
    public const string StepInRussian = "testland/steps/1-encounter.ru.md";

    private readonly TempFolder folder = new();

    public SmallContent()
    {
        foreach (var (file, text) in SmallContentFiles.All)
        {
            Write(file, text);
        }
    }

    public string Path => folder.Path;

    public void Write(string file, string text)
    {
        var path = folder[file];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Adds another country, with nobody in it.</summary>
    public void AddElsewhere()
    {
        foreach (var (file, text) in SmallContentFiles.All.Where(file => file.File == Country || file.File.Contains("/steps/", StringComparison.Ordinal)))
        {
            Write(file.Replace("testland", "elsewhere", StringComparison.Ordinal), text.Replace("slug: testland", "slug: elsewhere", StringComparison.Ordinal));
        }

        Directory.CreateDirectory(folder["elsewhere/organisations"]);
    }

    /// <summary>Replaces the one place where <paramref name="old"/> stands.</summary>
    /// <returns>The line of that place, from 1.</returns>
    public int Replace(string file, string old, string @new)
    {
        var text = File.ReadAllText(folder[file]);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0 && text.IndexOf(old, at + 1, StringComparison.Ordinal) < 0, $"'{old}' must stand exactly once in {file}.");
        Write(file, text[..at] + @new + text[(at + old.Length)..]);
        return text[..at].Count(c => c == '\n') + 1;
    }

    public void Delete(string file) => File.Delete(folder[file]);

    public void DeleteFolder(string name) => Directory.Delete(folder[name], recursive: true);

    public void Rename(string file, string newName) => File.Move(folder[file], folder[newName]);

    public ContentSet Read() => ContentReader.Read(Path);

    public Organisation ReadHelpers() => Read().Countries.Single().Organisations.Single(organisation => organisation.Slug.Value == "helpers");

    public ImmutableArray<ContentFault> Faults() => Assert.Throws<ContentFaultException>(Read).Faults;

    /// <summary>There is this fault and no other; <paramref name="words"/> stand in its message.</summary>
    public void AssertOnlyFault(string file, int line, string words)
    {
        var fault = Assert.Single(Faults());
        Assert.Equal((file, line), (fault.File, fault.Line));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
