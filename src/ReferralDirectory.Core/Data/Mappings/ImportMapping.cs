using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class ImportMapping : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Imports");
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.FaultDetail).HasMaxLength(Import.FaultDetailMaxLength);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(import => import.StaffMemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
