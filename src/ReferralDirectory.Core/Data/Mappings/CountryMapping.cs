using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class CountryMapping : IEntityTypeConfiguration<Country>
{
    public void Configure(EntityTypeBuilder<Country> builder)
    {
        builder.Property(country => country.Id).ValueGeneratedNever();
        builder.HasIndex(country => country.Slug).IsUnique();
        builder.Property(country => country.Code).HasMaxLength(2);
        builder.HasMany(country => country.EmergencyNumbers).WithOne().HasForeignKey(number => number.CountryId);
        builder.HasMany(country => country.Sources).WithOne().HasForeignKey(source => source.CountryId);
        builder.HasMany(country => country.Places).WithOne().HasForeignKey(place => place.CountryId);
        builder.HasMany(country => country.Steps).WithOne().HasForeignKey(step => step.CountryId);
        builder.HasMany(country => country.Organisations).WithOne().HasForeignKey(organisation => organisation.CountryId);
    }
}
