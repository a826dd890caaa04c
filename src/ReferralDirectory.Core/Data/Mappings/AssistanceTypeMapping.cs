using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class AssistanceTypeMapping : IEntityTypeConfiguration<AssistanceType>
{
    public void Configure(EntityTypeBuilder<AssistanceType> builder)
    {
        builder.Property(type => type.Id).ValueGeneratedNever();
        builder.Property(type => type.Version).IsConcurrencyToken();
        builder.HasIndex(type => type.Slug).IsUnique();
    }
}
