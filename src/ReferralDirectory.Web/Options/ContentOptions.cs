using System.ComponentModel.DataAnnotations;

namespace ReferralDirectory.Web.Options;

/// <summary>Settings under <c>Content</c>.</summary>
public sealed class ContentOptions
{
    /// <summary>The folder an empty database is filled from; by default the copy of <c>data/</c> beside the program.</summary>
    [Required(ErrorMessage = "it must be the path of a folder.")]
    public string Path { get; init; } = System.IO.Path.Combine(AppContext.BaseDirectory, "data");
}
