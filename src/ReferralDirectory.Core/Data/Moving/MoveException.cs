namespace ReferralDirectory.Core.Data.Moving;

/// <summary>A database was not moved, or not compared; the message is a sentence that ends with what to do next.</summary>
/// <param name="message">The sentence.</param>
/// <param name="problem">What the system threw.</param>
public sealed class MoveException(string message, Exception? problem = null) : Exception(message, problem);
