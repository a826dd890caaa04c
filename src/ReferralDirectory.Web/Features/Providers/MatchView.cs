using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>Why a provider was found: a term or number of its own, or the key of a text that names the field.</summary>
public sealed record MatchView(ShownText? Value, string? Field)
{
    public static MatchView From(MatchReason reason, Reader reader) => reason.Field switch
    {
        MatchedField.Name => new MatchView(null, "Providers.ByName"),
        MatchedField.Phone => new MatchView(new ShownText(reason.Phone!.National, null), null),
        MatchedField.Place or MatchedField.Type or MatchedField.Audience => new MatchView(reader.Show(reason.Term!.Name), null),
        MatchedField.Text => new MatchView(null, "Providers.ByText"),
    };
}
