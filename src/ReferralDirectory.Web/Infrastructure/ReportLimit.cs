namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// How much readers may report in an hour: from one address, and from all together, so that nobody fills the disk. In memory only;
/// what was counted is forgotten with the keys of the addresses.
/// </summary>
public sealed class ReportLimit(TimeProvider time)
{
    /// <summary>Reports from one address: a whole mobile network may share one.</summary>
    public const int PerAddress = 30;

    /// <summary>Reports from everywhere.</summary>
    public const int InAll = 600;

    private readonly Lock gate = new();
    private readonly AddressKeys keys = new(time);
    private readonly Dictionary<string, HashSet<string>> reported = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Asks for one report more.</summary>
    /// <param name="context">From where.</param>
    /// <param name="report">What is reported.</param>
    /// <returns>True where it is to be counted; false where the address has said the same within the hour; null where it is too much.</returns>
    public bool? Take(HttpContext context, string report)
    {
        lock (gate)
        {
            var key = keys.Of(AddressKeys.NetworkOf(context.Connection.RemoteIpAddress), out var isNew);
            if (isNew)
            {
                reported.Clear();
                count = 0;
            }

            if (reported.TryGetValue(key, out var earlier) && earlier.Contains(report))
            {
                return false;
            }

            if (count >= InAll || earlier?.Count >= PerAddress)
            {
                return null;
            }

            if (earlier is null)
            {
                reported[key] = earlier = new HashSet<string>(StringComparer.Ordinal);
            }

            earlier.Add(report);
            count++;
            return true;
        }
    }

    /// <summary>The report was not stored: it may be tried again.</summary>
    public void GiveBack(HttpContext context, string report)
    {
        lock (gate)
        {
            if (reported.TryGetValue(keys.Of(AddressKeys.NetworkOf(context.Connection.RemoteIpAddress), out _), out var earlier) && earlier.Remove(report))
            {
                count--;
            }
        }
    }
}
