using System.Collections.Immutable;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Rules;

/// <summary>Which entries of a country have which names. Those that were taken down keep theirs.</summary>
internal sealed class NameRegister
{
    private readonly Dictionary<string, HashSet<Guid>> names = [];
    private readonly Dictionary<string, HashSet<Guid>> otherNames = [];

    /// <summary>The names of every entry.</summary>
    public static async Task<NameRegister> ReadAsync(DirectoryDb db, Guid countryId, CancellationToken cancellationToken)
    {
        var register = new NameRegister();
        await foreach (var (id, name, alsoKnownAs) in StoredNames.ReadAsync(db, countryId).WithCancellation(cancellationToken))
        {
            register.Add(id, name, alsoKnownAs);
        }

        return register;
    }

    /// <summary>
    /// What one draft would begin to share with others: for a save, which reads no names where the draft has no new ones, and little
    /// of them where it has.
    /// </summary>
    public static async Task<TakenNames> TakenAsync(DirectoryDb db, Guid countryId, Guid organisationId, OrganisationDraft draft, OrganisationDraft? published, CancellationToken cancellationToken)
    {
        var keys = NewKeys(draft, published);
        if (keys.Count == 0)
        {
            return TakenNames.None;
        }

        var register = new NameRegister();
        await foreach (var (id, name, alsoKnownAs) in StoredNames.ReadAsync(db, countryId, stored => keys.Any(key => stored.Contains(key, StringComparison.Ordinal))).WithCancellation(cancellationToken))
        {
            register.Add(id, name, alsoKnownAs);
        }

        return register.TakenFrom(organisationId, draft, published);
    }

    public void Add(Guid organisationId, OrganisationDraft draft)
    {
        Add(names, organisationId, draft.Name.Select(name => name.Text));
        Add(otherNames, organisationId, draft.AlsoKnownAs);
    }

    /// <summary>What an entry would begin to share with others. What it shares already, somebody agreed to.</summary>
    public TakenNames TakenFrom(Guid organisationId, OrganisationDraft draft, OrganisationDraft? published)
    {
        var keys = NewKeys(draft, published);
        return new TakenNames(OfOthers(names), OfOthers(otherNames));

        ImmutableHashSet<string> OfOthers(Dictionary<string, HashSet<Guid>> register) =>
            [.. keys.Where(key => register.TryGetValue(key, out var owners) && owners.Any(owner => owner != organisationId))];
    }

    private static HashSet<string> NewKeys(OrganisationDraft draft, OrganisationDraft? published)
    {
        var keys = Keys(draft);
        keys.ExceptWith(published is null ? [] : Keys(published));
        return keys;
    }

    private static HashSet<string> Keys(OrganisationDraft draft) =>
        [.. draft.Name.Select(name => NameKey.Of(name.Text)).Concat(draft.AlsoKnownAs.Select(NameKey.Of)).Where(key => key.Length > 0)];

    private static void Add(Dictionary<string, HashSet<Guid>> register, Guid organisationId, IEnumerable<string> all)
    {
        foreach (var key in all.Select(NameKey.Of))
        {
            if (!register.TryGetValue(key, out var owners))
            {
                register[key] = owners = [];
            }

            owners.Add(organisationId);
        }
    }

    private void Add(Guid organisationId, LocalisedText name, ImmutableArray<string> alsoKnownAs)
    {
        Add(names, organisationId, name.Translations.Select(translation => translation.Text));
        Add(otherNames, organisationId, alsoKnownAs);
    }
}
