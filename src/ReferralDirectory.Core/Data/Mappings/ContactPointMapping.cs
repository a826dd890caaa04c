using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class ContactPointMapping : IEntityTypeConfiguration<ContactPoint>
{
    public void Configure(EntityTypeBuilder<ContactPoint> builder)
    {
        builder.Property(contact => contact.Id).ValueGeneratedNever();
        builder.Property(contact => contact.Value).HasMaxLength(ContactPoint.ValueMaxLength);
        builder.HasMany(contact => contact.Confirmations).WithOne().HasForeignKey(confirmation => confirmation.ContactPointId);
    }
}
