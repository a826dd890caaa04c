using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ReferralDirectory.Core.Data;

/// <summary>A text in which U+0000 is replaced: PostgreSQL takes none, and whoever sends one, to store it or to look for it, must not end in an error.</summary>
internal sealed class TextWithoutNull() : ValueConverter<string, string>(text => text.Replace('\0', '\uFFFD'), text => text);
