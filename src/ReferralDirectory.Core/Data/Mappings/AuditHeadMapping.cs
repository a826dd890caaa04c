using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Number).IsConcurrencyToken();
        builder.Property(head => head.Hash).HasMaxLength(AuditHead.HashLength);
        // There from the first day: that the row is missing says that somebody removed it.
        builder.HasData(new AuditHead { Number = 0, Hash = AuditHead.FirstHash });
    }
}
