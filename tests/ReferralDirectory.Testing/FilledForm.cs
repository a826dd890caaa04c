using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ReferralDirectory.Testing;

/// <summary>A form of a page, filled in by the labels that people read.</summary>
public sealed class FilledForm
{
    private readonly IElement form;
    private readonly string action;
    private readonly List<(string Name, string Value)> fields;

    private FilledForm(IElement form, string action)
    {
        this.form = form;
        this.action = action;
        fields = [.. Visitor.Fields(form)];
    }

    /// <summary>The form that has the button.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static FilledForm With(IHtmlDocument page, string button)
    {
        var form = page.QuerySelectorAll("main form").FirstOrDefault(form => ButtonOf(form, button) is not null)
            ?? throw new InvalidOperationException($"No form has the button '{button}': {page.QuerySelector("main").Words()}");
        return new FilledForm(form, form.GetAttribute("action") ?? throw new InvalidOperationException("The form says not where it goes."));
    }

    /// <summary>Types into a field.</summary>
    public FilledForm Fill(string label, string value) => Set(Labelled(label).GetAttribute("name")!, value);

    /// <summary>Sets a tick, or chooses an answer.</summary>
    public FilledForm Choose(string label)
    {
        var input = Labelled(label);
        return Set(input.GetAttribute("name")!, input.GetAttribute("value")!);
    }

    /// <summary>Sets a field whatever its label is: what an attacker does.</summary>
    public FilledForm Set(string name, string value)
    {
        fields.RemoveAll(field => field.Name == name);
        fields.Add((name, value));
        return this;
    }

    /// <summary>What a field says.</summary>
    public string ValueOf(string label)
    {
        var name = Labelled(label).GetAttribute("name");
        return fields.Find(field => field.Name == name).Value;
    }

    /// <summary>Presses a button.</summary>
    public Task<Answer> PressAsync(Visitor visitor, string button)
    {
        var pressed = ButtonOf(form, button)!;
        return visitor.PostAsync(action, pressed.GetAttribute("name") is { } name ? [.. fields, (name, pressed.GetAttribute("value") ?? "")] : fields);
    }

    private IElement Labelled(string label)
    {
        var found = form.QuerySelectorAll("label").Where(candidate => candidate.Words() == label || candidate.Words().StartsWith($"{label} ", StringComparison.Ordinal)).ToList();
        return found.Count == 1
            ? form.QuerySelector($"[id='{found[0].GetAttribute("for")}']") ?? throw new InvalidOperationException($"The label '{label}' belongs to no field.")
            : throw new InvalidOperationException($"{found.Count} labels say '{label}' of: {string.Join(" | ", form.QuerySelectorAll("label").Select(candidate => candidate.Words()))}");
    }

    private static IElement? ButtonOf(IElement form, string text) => form.QuerySelectorAll("button").FirstOrDefault(button => button.Words() == text);
}
