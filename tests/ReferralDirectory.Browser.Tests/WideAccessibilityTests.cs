namespace ReferralDirectory.Browser.Tests;

/// <inheritdoc/>
public sealed class WideAccessibilityTests(BrowserFixture fixture) : AccessibilityTests(fixture, width: 1280);
