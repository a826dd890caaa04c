using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>A moment as staff read it: by the clock of the site's country, which is named; machines read it as UTC.</summary>
public sealed class Moment : IHtmlContent
{
    private readonly DateTime utc;
    private readonly string text;

    /// <param name="utc">When.</param>
    /// <param name="reader">For whom.</param>
    /// <param name="texts">Of the interface.</param>
    public Moment(DateTime utc, Reader reader, Texts texts)
    {
        this.utc = utc;
        // A machine without the data of time zones still shows a time that is true.
        var isKnown = TimeZoneInfo.TryFindSystemTimeZoneById(reader.TimeZone, out var zone);
        var local = isKnown ? TimeZoneInfo.ConvertTimeFromUtc(utc, zone!) : utc;
        var name = isKnown ? texts.Find($"Admin.Zone.{reader.TimeZone}") ?? reader.TimeZone.Replace('_', ' ') : "UTC";
        text = $"{local.ToString("d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture)} {name}";
    }

    /// <summary>For where nothing but text can stand, such as a title.</summary>
    public override string ToString() => text;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<time datetime=\"");
        writer.Write(utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        writer.Write("\">");
        encoder.Encode(writer, text);
        writer.Write("</time>");
    }
}
