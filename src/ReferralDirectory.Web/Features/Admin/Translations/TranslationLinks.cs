using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Translations;
using ReferralDirectory.Web.Features.Admin.EntryTasks;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Features.Admin.Translations;

/// <summary>Addresses of the list of translations, and of what it leads to.</summary>
public static class TranslationLinks
{
    public const string List = "/admin/translations";

    /// <param name="show">Texts of one state; null for all that want something.</param>
    /// <param name="language">One language; null for all.</param>
    /// <param name="page">From 1.</param>
    public static string Of(TextTranslationState? show, string? language, int page = 1)
    {
        var query = new QueryBuilder();
        if (show is { } state)
        {
            query.Add("show", state.ToString());
        }

        if (language is not null)
        {
            query.Add("language", language);
        }

        if (page > 1)
        {
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        return List + query.ToQueryString().Value;
    }

    /// <summary>Where original and translation stand side by side.</summary>
    public static string Mend(Subject subject, LanguageTag language) =>
        subject.Kind == SubjectKind.Organisation ? EntryLinks.Task(subject.Id, TranslationTask.SlugOf(language)) : EditingLinks.Edit(subject);
}
