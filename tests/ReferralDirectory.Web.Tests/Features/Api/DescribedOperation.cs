using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>What the controllers' signatures do not say: the language, the body of a POST, lines, files, and what else may be answered.</summary>
internal sealed class DescribedOperation : IOpenApiOperationTransformer
{
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";

    private static readonly string[] TextsOfDocument = ["hsds_version", "created", "version", "language"];

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var isPost = context.Description.HttpMethod == HttpMethods.Post;
        var parameters = (operation.Parameters ?? []).OfType<OpenApiParameter>().ToList();
        foreach (var schema in parameters.Select(parameter => parameter.Schema).OfType<OpenApiSchema>())
        {
            DescribedApi.LeaveOutNull(schema);
        }

        if (!parameters.Exists(parameter => parameter.Name == ApiAddress.Language))
        {
            parameters.Add(new OpenApiParameter { Name = ApiAddress.Language, In = ParameterLocation.Query, Description = "The language of texts, such as 'en' or 'ru'. It comes before Accept-Language.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        var responses = operation.Responses!;
        operation.Parameters = [.. parameters.Where(parameter => !isPost || parameter.Name == ApiAddress.Language)];
        if (isPost)
        {
            operation.RequestBody = FormOf(parameters.Where(parameter => parameter.Name != ApiAddress.Language));
            AddProblem(responses, StatusCodes.Status413PayloadTooLarge);
            AddProblem(responses, StatusCodes.Status415UnsupportedMediaType);
        }
        else
        {
            responses["304"] = new OpenApiResponse { Description = "What If-None-Match names still holds." };
        }

        if (parameters.Exists(parameter => parameter.Name == "postcode"))
        {
            AddProblem(responses, StatusCodes.Status501NotImplemented);
        }

        await DescribeContentAsync(responses["200"].Content!, context, parameters.Exists(parameter => parameter.Name == "minimal"), cancellationToken);
        operation.Responses = [];
        foreach (var (status, response) in responses.OrderBy(response => response.Key, StringComparer.Ordinal))
        {
            operation.Responses[status] = response;
        }
    }

    private static OpenApiRequestBody FormOf(IEnumerable<OpenApiParameter> parameters) => new()
    {
        Description = "The same parameters as with GET, for what should stand in no address.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/x-www-form-urlencoded"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = parameters.ToDictionary(parameter => parameter.Name!, parameter =>
                    {
                        var schema = (OpenApiSchema)parameter.Schema!;
                        schema.Description = parameter.Description;
                        return (IOpenApiSchema)schema;
                    }),
                },
            },
        },
    };

    private static void AddProblem(OpenApiResponses responses, int status) => responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
    {
        Description = ReasonPhrases.GetReasonPhrase(status),
        Content = responses["400"].Content,
    };

    private static async Task DescribeContentAsync(IDictionary<string, OpenApiMediaType> content, OpenApiOperationTransformerContext context, bool mayBeMinimal, CancellationToken cancellationToken)
    {
        var type = context.Description.SupportedResponseTypes.Single(response => response.StatusCode == StatusCodes.Status200OK).Type!;
        if (type.IsGenericType)
        {
            var record = type.GetGenericArguments()[0];
            content[Lines].Schema = Reference(context, record.Name);
            if (mayBeMinimal)
            {
                var modified = Component(context, nameof(HsdsModified), await context.GetOrCreateSchemaAsync(typeof(HsdsModified), null, cancellationToken));
                var list = await context.GetOrCreateSchemaAsync(typeof(HsdsList<HsdsModified>), null, cancellationToken);
                list.Properties!["contents"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = modified };
                content[Json].Schema = new OpenApiSchema { AnyOf = [content[Json].Schema!, Component(context, "HsdsListOfHsdsModified", list)] };
                content[Lines].Schema = new OpenApiSchema { AnyOf = [content[Lines].Schema!, modified] };
            }
        }
        else if (type == typeof(System.Text.Json.JsonElement))
        {
            content[Json].Schema = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema() };
        }
        else if (type == typeof(Stream) && content.TryGetValue(Json, out var document))
        {
            document.Schema = DocumentOf(context);
        }
    }

    // HsdsDocument writes it piece by piece, so no type has it.
    private static OpenApiSchema DocumentOf(OpenApiOperationTransformerContext context)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        var properties = TextsOfDocument.ToDictionary(name => name, _ => (IOpenApiSchema)text);
        properties["languages"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = text };
        properties["license"] = new OpenApiSchema { Type = JsonSchemaType.Object, Required = new SortedSet<string> { "name", "url" }, Properties = new Dictionary<string, IOpenApiSchema> { ["name"] = text, ["url"] = text } };
        foreach (var (name, record) in new[] { ("taxonomies", nameof(HsdsTaxonomy)), ("taxonomy_terms", nameof(HsdsTaxonomyTerm)), ("organizations", nameof(HsdsOrganization)) })
        {
            properties[name] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Reference(context, record) };
        }

        return new OpenApiSchema { Type = JsonSchemaType.Object, Required = properties.Keys.ToHashSet(), Properties = properties };
    }

    private static OpenApiSchemaReference Reference(OpenApiOperationTransformerContext context, string name) => new(name, context.Document);

    private static OpenApiSchemaReference Component(OpenApiOperationTransformerContext context, string name, OpenApiSchema schema)
    {
        context.Document!.AddComponent(name, schema);
        return Reference(context, name);
    }
}
