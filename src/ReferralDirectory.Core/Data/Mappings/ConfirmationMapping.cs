using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class ConfirmationMapping : IEntityTypeConfiguration<Confirmation>
{
    public void Configure(EntityTypeBuilder<Confirmation> builder)
    {
        builder.Property(confirmation => confirmation.Id).ValueGeneratedNever();
        builder.Property(confirmation => confirmation.By).HasMaxLength(Confirmation.ByMaxLength);
        builder.HasIndex(confirmation => confirmation.At);
    }
}
