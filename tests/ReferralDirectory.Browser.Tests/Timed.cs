namespace ReferralDirectory.Browser.Tests;

/// <summary>Tests with a limit in time: they come last and one by one, so that they do not measure the others.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Timed;
