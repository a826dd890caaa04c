using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Features.Admin.Imports;

/// <summary>Addresses of files that go out and come in.</summary>
public static class ImportLinks
{
    public const string All = "/admin/imports";

    public const string Table = "/admin/exports/organisations.csv";

    public const string List = "/admin/exports/organisations.json";

    /// <summary>A table with another separator than the reader's language has.</summary>
    public const string OtherTable = $"{Table}?{OtherParameter}=1";

    public const string OtherParameter = "other";

    public static string Import(Guid id) => $"{All}/{id}";

    /// <summary>Only some of an import's organisations, and only those after one of them.</summary>
    public static string Lines(Guid id, ImportItemKind kind, int after) => $"{Import(id)}?only={kind}{(after == 0 ? "" : $"&after={after}")}";

    public static string Propose(Guid id) => $"{Import(id)}/propose";

    public static string Cancel(Guid id) => $"{Import(id)}/cancel";
}
