using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.HasIndex(organisation => new { organisation.CountryId, organisation.Slug }).IsUnique();
        builder.Property(organisation => organisation.LanguagesSpoken).HasDefaultValueSql("'[]'");
        builder.Property(organisation => organisation.Version).IsConcurrencyToken();
        builder.HasOne<Source>().WithMany().HasForeignKey(organisation => organisation.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(organisation => organisation.Places).WithMany();
        builder.HasMany(organisation => organisation.Services).WithOne().HasForeignKey(service => service.OrganisationId);
        builder.HasMany(organisation => organisation.Contacts).WithOne().HasForeignKey(contact => contact.OrganisationId);
    }
}
