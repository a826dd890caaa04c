using System.Text.Json;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>The page for whoever wants the data.</summary>
public sealed record ReferencePage : Page
{
    private static IReadOnlyList<ReferenceOperation> Known => field ??= Read();

    public required string LicenceName { get; init; }

    public required string LicenceAddress { get; init; }

    public required ApiOptions Limits { get; init; }

    public required IReadOnlyList<ReferenceOperation> Downloads { get; init; }

    public required IReadOnlyList<ReferenceOperation> Operations { get; init; }

    public static ReferencePage For(Texts texts, ApiOptions options) => new()
    {
        Title = texts["Api.Title"],
        IsInEveryLanguage = false,
        LicenceName = options.LicenceName,
        LicenceAddress = options.LicenceAddress,
        Limits = options,
        Downloads = [.. Known.Where(IsDownload)],
        Operations = [.. Known.Where(operation => !IsDownload(operation))],
    };

    private static bool IsDownload(ReferenceOperation operation) => !operation.Address.StartsWith(HsdsAddress.Root, StringComparison.Ordinal);

    private static IReadOnlyList<ReferenceOperation> Read()
    {
        using var description = JsonDocument.Parse(ApiDescription.Bytes);
        return [.. description.RootElement.GetProperty("paths").EnumerateObject().Select(ReferenceOperation.From)];
    }
}
