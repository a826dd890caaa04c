using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class StaffGrantMapping : IEntityTypeConfiguration<StaffGrant>
{
    public void Configure(EntityTypeBuilder<StaffGrant> builder)
    {
        builder.ToTable("StaffGrants");
        builder.Property(grant => grant.Id).ValueGeneratedNever();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(grant => grant.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Country>().WithMany().HasForeignKey(grant => grant.CountryId).OnDelete(DeleteBehavior.Cascade);
    }
}
