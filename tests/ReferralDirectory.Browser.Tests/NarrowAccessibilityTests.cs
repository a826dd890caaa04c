namespace ReferralDirectory.Browser.Tests;

/// <inheritdoc/>
public sealed class NarrowAccessibilityTests(BrowserFixture fixture) : AccessibilityTests(fixture, width: 320);
