using System.Reflection;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.Primitives;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Parts of the site whose controllers MVC does not know before somebody asks for an address of theirs. It reads every action at the
/// start otherwise, and routing every address, while the first reader waits for a page that has nothing to do with them.
/// </summary>
/// <param name="areas">Which.</param>
public sealed class LateAreas(params LateArea[] areas) : ControllerFeatureProvider, IActionDescriptorChangeProvider, IDisposable
{
    private readonly Lock opening = new();
    private readonly CancellationTokenSource change = new();
    private volatile bool areControllers;
    private volatile bool isOpen;

    /// <summary>Opens all of them where the address is of one; to be called before routing.</summary>
    /// <param name="path">What is asked for.</param>
    public void OpenFor(PathString path)
    {
        if (!isOpen && Array.Exists(areas, area => path.StartsWithSegments(area.Root)))
        {
            Open();
        }
    }

    /// <summary>Opens all of them; once, and whoever calls meanwhile waits until it is done.</summary>
    public void Open()
    {
        lock (opening)
        {
            if (isOpen)
            {
                return;
            }

            areControllers = true;
            // MVC reads its controllers again, and routing the endpoints, before this returns.
            change.Cancel();
            isOpen = true;
        }
    }

    /// <inheritdoc/>
    public IChangeToken GetChangeToken() => new CancellationChangeToken(areControllers ? CancellationToken.None : change.Token);

    /// <inheritdoc/>
    public void Dispose() => change.Dispose();

    /// <inheritdoc/>
    protected override bool IsController(TypeInfo typeInfo) => (areControllers || !IsLate(typeInfo)) && base.IsController(typeInfo);

    private bool IsLate(TypeInfo type) =>
        type.Namespace is { } name && Array.Exists(areas, area => name == area.Namespace || name.StartsWith(area.Namespace + ".", StringComparison.Ordinal));
}
