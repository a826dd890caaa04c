using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class EmergencyNumberMapping : IEntityTypeConfiguration<EmergencyNumber>
{
    public void Configure(EntityTypeBuilder<EmergencyNumber> builder)
    {
        builder.Property(number => number.Id).ValueGeneratedNever();
        builder.Property(number => number.Number).HasMaxLength(EmergencyNumber.NumberMaxLength);
    }
}
