using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>Where nothing was found: whom to call, and other ways in.</summary>
public sealed record NothingFound(IReadOnlyList<ProviderLine> Hotlines, IReadOnlyList<NeedTile> Needs)
{
    public static NothingFound For(Reader reader, Texts texts) => new(ProviderLine.Hotlines(reader, texts), NeedTile.All(reader));
}
