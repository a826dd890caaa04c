namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Middleware that most starts do without.</summary>
internal static class LateBranch
{
    /// <summary>As <c>UseWhen</c>; what is in the branch is put together when the first request takes it.</summary>
    public static void UseWhenAsked(this IApplicationBuilder app, Func<HttpContext, bool> predicate, Action<IApplicationBuilder> configure) =>
        app.Use(next =>
        {
            var branch = new Lazy<RequestDelegate>(() =>
            {
                var late = app.New();
                configure(late);
                late.Run(next);
                return late.Build();
            });
            return context => predicate(context) ? branch.Value(context) : next(context);
        });
}
