namespace ReferralDirectory.Web.Features.Admin;

/// <summary>Addresses of links by which an organisation without an account says which of its contacts are right.</summary>
public static class AnswerLinks
{
    /// <summary>After the answer.</summary>
    public const string Sent = "/admin/answered";

    /// <summary>What the organisation opens.</summary>
    public static string AnswerBy(string token) => $"/admin/answer/{token}";

    /// <summary>Where a reviewer makes and ends links.</summary>
    public static string Of(Guid organisation) => $"/admin/organisations/{organisation}/link";

    public static string Revoke(Guid organisation) => $"{Of(organisation)}/revoke";
}
