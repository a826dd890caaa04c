using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class ImportPartMapping : IEntityTypeConfiguration<ImportPart>
{
    public void Configure(EntityTypeBuilder<ImportPart> builder)
    {
        builder.ToTable("ImportParts");
        builder.HasKey(part => new { part.ImportId, part.Number });
        builder.HasOne<Import>().WithMany().HasForeignKey(part => part.ImportId);
    }
}
