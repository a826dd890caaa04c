using System.Text;
using QRCoder;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>A QR code.</summary>
/// <param name="Size">Modules on each side, quiet zone included.</param>
/// <param name="Path">The dark modules as an SVG path in module units.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1H{start}");
                }
            }
        }

        return new QrCode(rows.Count, path.ToString());
    }
}
