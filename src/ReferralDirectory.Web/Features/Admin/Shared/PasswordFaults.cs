using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Shared;

/// <summary>Says what is wrong with a new password.</summary>
internal static class PasswordFaults
{
    public static void Check(ModelStateDictionary state, Texts texts, string field, string password, string email, string name)
    {
        if (PasswordRules.Check(password, email, name, texts["Site.Name"]) is { } fault)
        {
            state.AddModelError(field, texts[$"Staff.Password.{fault}", PasswordRules.MinLength, PasswordRules.MaxLength]);
        }
    }
}
