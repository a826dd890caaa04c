using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class ImportItemMapping : IEntityTypeConfiguration<ImportItem>
{
    public void Configure(EntityTypeBuilder<ImportItem> builder)
    {
        builder.ToTable("ImportItems");
        builder.HasKey(item => new { item.ImportId, item.Number });
        builder.HasIndex(item => new { item.ImportId, item.OrganisationId });
        builder.HasIndex(item => new { item.ImportId, item.Kind, item.Number });
        builder.HasOne<Import>().WithMany().HasForeignKey(item => item.ImportId);
    }
}
