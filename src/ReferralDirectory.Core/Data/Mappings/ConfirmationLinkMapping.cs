using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class ConfirmationLinkMapping : IEntityTypeConfiguration<ConfirmationLink>
{
    public void Configure(EntityTypeBuilder<ConfirmationLink> builder)
    {
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => link.RevisionId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(link => link.OrganisationId);
    }
}
