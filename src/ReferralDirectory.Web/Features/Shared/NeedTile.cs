using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>A need that leads to the providers that meet it.</summary>
public sealed record NeedTile(ShownText Need, string Href)
{
    /// <summary>The needs of the home page that somebody in the country meets.</summary>
    public static IReadOnlyList<NeedTile> All(Reader reader) =>
        [.. reader.Directory.AssistanceTypes.Where(type => type.IsOnHome && reader.Country.TypesOffered.Contains(type)).Select(type => new NeedTile(reader.Show(type.Need), reader.Links.Need(type.Slug)))];
}
