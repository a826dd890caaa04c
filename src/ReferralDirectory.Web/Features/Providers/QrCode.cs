using System.Text;
using QRCoder;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>
/// A QR code that calls a number. Of the number and not of the page: whoever scans it leaves no address of ours behind.
/// </summary>
/// <param name="Size">Modules on each side, quiet zone included.</param>
/// <param name="Path">The dark modules as an SVG path in module units.</param>
/// <param name="Phone">Whom it calls.</param>
public sealed record QrCode(int Size, string Path, PhoneLink Phone)
{
    public static QrCode Of(PhoneLink phone)
    {
        using var data = QRCodeGenerator.GenerateQrCode(phone.Href, QRCodeGenerator.ECCLevel.M);
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

        return new QrCode(rows.Count, path.ToString(), phone);
    }
}
