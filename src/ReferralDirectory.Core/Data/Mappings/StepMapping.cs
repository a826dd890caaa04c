using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class StepMapping : IEntityTypeConfiguration<Step>
{
    public void Configure(EntityTypeBuilder<Step> builder)
    {
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.HasIndex(step => new { step.CountryId, step.Key }).IsUnique();
        builder.HasMany(step => step.AssistanceTypes).WithMany();
        builder.HasMany(step => step.Texts).WithOne().HasForeignKey(text => text.StepId);
    }
}
