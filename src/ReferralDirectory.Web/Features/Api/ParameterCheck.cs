using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>
/// Refuses what cannot be meant. A parameter that is misspelt or has no such value would otherwise be left out, and the list would
/// hold what its reader believes to be filtered away.
/// </summary>
internal static class ParameterCheck
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<string>> Known = new();

    /// <summary>Names of parameters, in their order.</summary>
    public static ImmutableArray<string> NamesOf(Type parameters) => Known.GetOrAdd(parameters, static type =>
        [.. type.GetProperties().Select(property => property.GetCustomAttribute<ModelBinderAttribute>()?.Name).OfType<string>()]);

    /// <summary>Null where nothing is wrong.</summary>
    public static ProblemAnswer? Fault(HttpRequest request, ModelStateDictionary state, ListParameters parameters, HsdsReader reader)
    {
        var names = NamesOf(parameters.GetType());
        var given = FaultOfNames(request, names, reader);
        return given is null && parameters.Unanswerable.FirstOrDefault(name => Given(request).Any(pair => pair.Key == name)) is { } unanswerable
            ? new ProblemAnswer(StatusCodes.Status501NotImplemented, reader.Texts[$"Api.Parameter.{unanswerable}"], unanswerable)
            : given ?? FaultOfValues(request, state, names, reader)
            ?? (parameters.Wrong is { } wrong ? Bad(reader.Texts[$"Api.Parameter.{wrong}"], wrong)
            : parameters.Contradiction is var (parameter, reason) ? Bad(reader.Texts[$"Api.Contradiction.{reason}"], parameter)
            : null);
    }

    /// <summary>As the other, of a request that is for no list.</summary>
    public static ProblemAnswer? Fault(HttpRequest request, ModelStateDictionary state, IReadOnlyList<string> names, HsdsReader reader)
    {
        return FaultOfNames(request, names, reader) ?? FaultOfValues(request, state, names, reader);
    }

    private static ProblemAnswer? FaultOfValues(HttpRequest request, ModelStateDictionary state, IReadOnlyList<string> names, HsdsReader reader) =>
        (Given(request).FirstOrDefault(IsEmpty).Key ?? names.FirstOrDefault(name => state[name] is { ValidationState: ModelValidationState.Invalid })) switch
        {
            { } wrong => Bad(reader.Texts[$"Api.Parameter.{wrong}"], wrong),
            null when !state.IsValid => ProblemAnswer.For(reader.Texts, StatusCodes.Status400BadRequest),
            null => null,
        };

    // An empty identifier would give the whole directory. A box for words that nobody typed into asks for nothing.
    private static bool IsEmpty(KeyValuePair<string, StringValues> parameter) => parameter.Key != "search" && string.IsNullOrWhiteSpace(parameter.Value.ToString());

    private static ProblemAnswer? FaultOfNames(HttpRequest request, IReadOnlyList<string> names, HsdsReader reader)
    {
        var isPost = HttpMethods.IsPost(request.Method);
        if (HasBody(request) && !(isPost && request.HasFormContentType))
        {
            // What is bound from the body of a GET would be kept for everybody who asks without it.
            return isPost ? ProblemAnswer.For(reader.Texts, StatusCodes.Status415UnsupportedMediaType)
                : new ProblemAnswer(StatusCodes.Status400BadRequest, reader.Texts["Api.Error.Body"]);
        }

        if (HasForm(request) && request.Form.ContainsKey(ApiAddress.Language))
        {
            // The language of an answer is settled before anybody reads its body.
            return Bad(reader.Texts["Api.Error.LanguageInBody"], ApiAddress.Language);
        }

        foreach (var parameter in Given(request).GroupBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!names.Contains(parameter.Key))
            {
                return Bad(reader.Texts["Api.Error.Unknown", string.Join(", ", names)], parameter.Key);
            }

            if (parameter.Sum(pair => pair.Value.Count) > 1)
            {
                return Bad(reader.Texts["Api.Error.Twice"], parameter.Key);
            }
        }

        return request.Query[ApiAddress.Language].ToString() is { Length: > 0 } language && !reader.HasLanguage(language)
            ? Bad(reader.Texts["Api.Parameter.lang"], ApiAddress.Language)
            : null;
    }

    private static IEnumerable<KeyValuePair<string, StringValues>> Given(HttpRequest request) => HasForm(request) ? request.Query.Concat(request.Form) : request.Query;

    private static bool HasForm(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.HasFormContentType;

    // Its length may come after it.
    private static bool HasBody(HttpRequest request) => request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true && request.ContentLength != 0;

    private static ProblemAnswer Bad(string detail, string parameter) => new(StatusCodes.Status400BadRequest, detail, parameter);
}
