using System.Text;
using Microsoft.AspNetCore.Diagnostics;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Logs what failed and where, without the exception's message, and leaves the answer to the error page.</summary>
internal sealed partial class ExceptionLog(ILogger<ExceptionLog> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // A request the visitor's side got wrong or gave up is no fault of ours.
        if (exception is not (BadHttpRequestException or OperationCanceledException))
        {
            LogFault(Describe(exception));
        }

        return ValueTask.FromResult(false);
    }

    /// <summary>Types and stack traces of an exception and those inside it; no messages.</summary>
    public static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            text.AppendLine(inner.GetType().FullName).AppendLine(inner.StackTrace);
        }

        return text.ToString();
    }

    [LoggerMessage(LogLevel.Error, "A request failed: {Fault}")]
    private partial void LogFault(string fault);
}
