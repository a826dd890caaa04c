using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class StaffSessionMapping : IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.ToTable("StaffSessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasIndex(session => session.TokenHash).IsUnique();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(session => session.StaffMemberId);
    }
}
