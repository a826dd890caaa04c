using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using ReferralDirectory.Core.Exchange.Hsds.Records;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Has Microsoft.AspNetCore.OpenApi describe the open data: names, numbers and what is left out are as HsdsJson writes them.</summary>
internal static class DescribedApi
{
    public const string Name = "hsds";

    public static void AddTo(IServiceCollection services)
    {
        services.AddMvcCore(mvc => mvc.Conventions.Add(new Described())).AddApiExplorer();
        services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, HsdsJson.Readable);
        });
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = action => action.RelativePath?.StartsWith("api", StringComparison.Ordinal) == true;
            options.AddOperationTransformer(new DescribedOperation());
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Referral Directory",
                    Version = "3.1",
                    Description = "Open Referral HSDS 3.1. Nothing but what the public pages show; without a key.",
                };
                document.Servers?.Clear();
                // Of what is described without it.
                document.Components!.Schemas!.Remove(nameof(JsonElement));
                foreach (var schema in document.Components.Schemas.Values.OfType<OpenApiSchema>())
                {
                    LeaveOutNull(schema);
                }

                return Task.CompletedTask;
            });
        });
    }

    /// <summary>What is not known is left out and never null.</summary>
    public static void LeaveOutNull(OpenApiSchema schema)
    {
        // What a converter of its own writes has no type; all of these write times.
        schema.Type = schema.Format == "date-time" ? JsonSchemaType.String : schema.Type & ~JsonSchemaType.Null;
        foreach (var (name, property) in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).ToList())
        {
            // A reference that may be null is one of two.
            if (property.OneOf?.OfType<OpenApiSchemaReference>().SingleOrDefault() is { } reference)
            {
                schema.Properties![name] = reference;
            }
            else if (property is OpenApiSchema described)
            {
                LeaveOutNull(described);
            }
        }
    }

    // Only what says so is described otherwise.
    private sealed class Described : IApplicationModelConvention
    {
        public void Apply(ApplicationModel application) => application.ApiExplorer.IsVisible = true;
    }
}
