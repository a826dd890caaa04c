using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class ServiceMapping : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> builder)
    {
        builder.Property(service => service.Id).ValueGeneratedNever();
        builder.HasMany(service => service.AssistanceTypes).WithMany();
        builder.HasMany(service => service.Audiences).WithMany();
    }
}
