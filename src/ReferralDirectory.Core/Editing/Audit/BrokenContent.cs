using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>Something that is not as the audit log says: somebody changed it in the database.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Id">Which, as it stands in the database.</param>
/// <param name="Name">Its slug, or its language; empty where that is not known.</param>
/// <param name="Fields">Fields of a draft, or tables, that differ; empty where that is not known.</param>
/// <param name="Number">The audit entry that says what it should be; null where there is none.</param>
public sealed record BrokenContent(ContentFault Fault, AuditSubject Kind, string Id, string Name, ImmutableArray<string> Fields, long? Number);
