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
        builder.Property(contact => contact.NationalFormat).HasMaxLength(PhoneNumber.FormatMaxLength);
        builder.Property(contact => contact.InternationalFormat).HasMaxLength(PhoneNumber.FormatMaxLength);
        builder.HasMany(contact => contact.Confirmations).WithOne().HasForeignKey(confirmation => confirmation.ContactPointId);
    }
}
