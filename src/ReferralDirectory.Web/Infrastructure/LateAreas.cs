using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.Primitives;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Parts of the site whose controllers MVC does not know before somebody asks for an address of theirs. It reads every action at the
/// start otherwise, and routing every address, while the first reader waits for a page that has nothing to do with them.
/// </summary>
/// <param name="first">The controllers of everything else. Named one by one, since looking for them among all types of the site is a tenth of a start.</param>
/// <param name="roots">How the addresses of these parts begin.</param>
public sealed class LateAreas(IReadOnlyList<Type> first, params PathString[] roots) : ControllerFeatureProvider, IApplicationFeatureProvider<ControllerFeature>, IActionDescriptorChangeProvider, IDisposable
{
    private readonly Lock opening = new();
    private readonly CancellationTokenSource change = new();
    private volatile bool areControllers;
    private volatile bool isOpen;

    /// <summary>Opens all of them where the address is of one; to be called before routing.</summary>
    /// <param name="path">What is asked for.</param>
    public void OpenFor(PathString path)
    {
        if (!isOpen && Array.Exists(roots, root => path.StartsWithSegments(root)))
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
    void IApplicationFeatureProvider<ControllerFeature>.PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        if (areControllers)
        {
            PopulateFeature(parts, feature);
            return;
        }

        foreach (var controller in first)
        {
            feature.Controllers.Add(controller.GetTypeInfo());
        }

        PopulateFeature(parts.Where(part => part is not AssemblyPart { Assembly: var assembly } || assembly != typeof(LateAreas).Assembly), feature);
    }
}
