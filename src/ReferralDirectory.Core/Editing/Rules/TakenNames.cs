using System.Collections.Immutable;

namespace ReferralDirectory.Core.Editing.Rules;

/// <summary>What other entries of the country are called, as far as a draft has begun to use it; as <see cref="NameKey"/> gives it.</summary>
/// <param name="Names">Names of theirs: nobody else may have them.</param>
/// <param name="OtherNames">What they are also known as: others may be, too, and may not be named so.</param>
internal sealed record TakenNames(ImmutableHashSet<string> Names, ImmutableHashSet<string> OtherNames)
{
    public static readonly TakenNames None = new([], []);

    public bool HasName(string name) => NameKey.Of(name) is var key && (Names.Contains(key) || OtherNames.Contains(key));

    public bool HasOtherName(string name) => Names.Contains(NameKey.Of(name));
}
