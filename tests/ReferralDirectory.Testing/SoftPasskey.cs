using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ReferralDirectory.Testing;

/// <summary>A passkey in software, for what no browser would send: it answers whatever page asks (W3C Web Authentication, level 3).</summary>
public sealed class SoftPasskey : IDisposable
{
    private const byte UserPresentAndVerified = 0x05;
    private const byte HasCredential = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string user = "";

    /// <summary>Answers the request for a new one.</summary>
    /// <param name="options">As the site asks.</param>
    /// <param name="origin">Of the page that asks.</param>
    /// <param name="host">For which it is.</param>
    public string Create(string options, string origin, string host)
    {
        var asked = JsonNode.Parse(options)!;
        user = (string)asked["user"]!["id"]!;
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var cose = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cose.WriteStartMap(5);
        (int Label, int Value)[] kind = [(1, 2), (3, -7), (-1, 1)];
        foreach (var (label, value) in kind)
        {
            cose.WriteInt32(label);
            cose.WriteInt32(value);
        }

        cose.WriteInt32(-2);
        cose.WriteByteString(parameters.Q.X!);
        cose.WriteInt32(-3);
        cose.WriteByteString(parameters.Q.Y!);
        cose.WriteEndMap();

        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)id.Length);
        byte[] data = [.. Data(host, UserPresentAndVerified | HasCredential), .. new byte[16], .. length, .. id, .. cose.Encode()];
        var attestation = new CborWriter(CborConformanceMode.Ctap2Canonical);
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString(data);
        attestation.WriteEndMap();
        return Answer(new()
        {
            ["clientDataJSON"] = Encode(Client("webauthn.create", asked, origin)),
            ["attestationObject"] = Encode(attestation.Encode()),
            ["transports"] = new JsonArray(),
        });
    }

    /// <summary>Answers the question who it is.</summary>
    /// <inheritdoc cref="Create"/>
    public string Sign(string options, string origin, string host)
    {
        var client = Client("webauthn.get", JsonNode.Parse(options)!, origin);
        var data = Data(host, UserPresentAndVerified);
        return Answer(new()
        {
            ["clientDataJSON"] = Encode(client),
            ["authenticatorData"] = Encode(data),
            ["signature"] = Encode(key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = user,
        });
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    private static byte[] Client(string type, JsonNode asked, string origin) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge = (string)asked["challenge"]!, origin, crossOrigin = false }));

    // Without a counter, as passkeys that are synchronised.
    private static byte[] Data(string host, int flags) => [.. SHA256.HashData(Encoding.UTF8.GetBytes(host)), (byte)flags, 0, 0, 0, 0];

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Encode(id),
        ["rawId"] = Encode(id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();
}
