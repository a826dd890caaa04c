namespace ReferralDirectory.Web.Resources;

/// <summary>Names the resource files <c>Strings.resx</c>, <c>Strings.ru.resx</c> … of the interface texts.</summary>
public sealed class Strings
{
    private Strings()
    {
    }
}
