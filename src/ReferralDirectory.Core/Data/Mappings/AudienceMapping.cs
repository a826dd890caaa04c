using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class AudienceMapping : IEntityTypeConfiguration<Audience>
{
    public void Configure(EntityTypeBuilder<Audience> builder)
    {
        builder.Property(audience => audience.Id).ValueGeneratedNever();
        builder.Property(audience => audience.Version).IsConcurrencyToken();
        builder.HasIndex(audience => audience.Slug).IsUnique();
    }
}
