using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Keeps what somebody typed when it arrives without a valid session, so that they get it back after signing in. A form takes part by
/// <see cref="OwnerField"/>, which only we can make and which names for whom the page was made: nobody can plant a form for another.
/// </summary>
public sealed class KeptForms(DirectoryDb db, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The hidden field of a form that is kept.</summary>
    public const string OwnerField = "__owner";

    /// <summary>The query parameter that brings a kept form back.</summary>
    public const string Parameter = "kept";

    private const string NotKept = "none";

    // It is encrypted and never becomes part of a page. Escaped, a Cyrillic letter would take six characters.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IDataProtector owners = protection.CreateProtector("KeptForms.Owner");
    private readonly IDataProtector contents = protection.CreateProtector("KeptForms.Content");

    /// <summary>The value of <see cref="OwnerField"/> for a page that is made for somebody.</summary>
    public string Owner(Guid memberId) => owners.Protect(memberId.ToString());

    /// <summary>True for an address that brings a form back.</summary>
    public static bool IsKeptAt(string? address) => Has(address, $"?{Parameter}=") && !IsLostAt(address);

    /// <summary>True for the address of a form that could not be kept.</summary>
    public static bool IsLostAt(string? address) => Has(address, $"?{Parameter}={NotKept}");

    /// <summary>True where a form is one that we made for somebody of staff. Asks no database, unless the keys were never needed before.</summary>
    public bool IsOurs(IFormCollection form) => OwnerOf(form[OwnerField].ToString()) is not null;

    /// <summary>Keeps the form of a request.</summary>
    /// <returns>The address that brings it back; where it was too long, or a file, one that <see cref="IsLostAt"/>; null where it takes no part.</returns>
    public async Task<string?> KeepAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        var path = context.Request.Path.Value!;
        if (!StaffForms.IsTyped(context.Request))
        {
            return $"{path}?{Parameter}={NotKept}";
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (OwnerOf(form[OwnerField].ToString()) is not { } owner || !await db.StaffMembers.AnyAsync(member => member.Id == owner && member.RevokedAt == null, context.RequestAborted))
        {
            return null;
        }

        var fields = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.ToArray());
        var json = JsonSerializer.Serialize(new Content(path, fields), Plain);
        if (json.Length > KeptForm.MaxLength)
        {
            return $"{path}?{Parameter}={NotKept}";
        }

        var kept = new KeptForm { StaffMemberId = owner, KeptAt = time.GetUtcNow().UtcDateTime, Protected = contents.Protect(json) };
        await MakeRoomAsync(owner, context.RequestAborted);
        db.Add(kept);
        await db.SaveChangesAsync(context.RequestAborted);
        return $"{path}?{Parameter}={kept.Id}";
    }

    /// <summary>The fields of a form that was kept for somebody at an address; null where there is none.</summary>
    public async Task<IReadOnlyDictionary<string, string?[]>?> FindAsync(Guid id, Guid memberId, string path, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow().UtcDateTime - KeptForm.Lifetime;
        var kept = await db.KeptForms.AsNoTracking().FirstOrDefaultAsync(form => form.Id == id && form.StaffMemberId == memberId && form.KeptAt > oldest, cancellationToken);
        if (kept is null)
        {
            return null;
        }

        var content = JsonSerializer.Deserialize<Content>(contents.Unprotect(kept.Protected))!;
        return content.Path == path ? content.Fields : null;
    }

    private static bool Has(string? address, string part) => address?.Contains(part, StringComparison.Ordinal) is true;

    private async Task MakeRoomAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow().UtcDateTime - KeptForm.Lifetime;
        await db.KeptForms.Where(form => form.KeptAt <= oldest).ExecuteDeleteAsync(cancellationToken);
        var surplus = await db.KeptForms.Where(form => form.StaffMemberId == memberId).OrderByDescending(form => form.KeptAt).Skip(KeptForm.MaxPerMember - 1).Select(form => form.Id).ToListAsync(cancellationToken);
        await db.KeptForms.Where(form => surplus.Contains(form.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private Guid? OwnerOf(string sealedOwner)
    {
        try
        {
            return sealedOwner.Length > 0 ? Guid.Parse(owners.Unprotect(sealedOwner)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Content(string Path, Dictionary<string, string?[]> Fields);
}
