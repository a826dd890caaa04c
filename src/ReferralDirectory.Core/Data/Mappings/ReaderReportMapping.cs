using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class ReaderReportMapping : IEntityTypeConfiguration<ReaderReport>
{
    public void Configure(EntityTypeBuilder<ReaderReport> builder)
    {
        builder.HasKey(report => new { report.ContactPointId, report.Kind, report.Day });
        builder.HasIndex(report => report.Day);
        builder.HasOne<ContactPoint>().WithMany().HasForeignKey(report => report.ContactPointId);
        builder.HasOne<Confirmation>().WithMany().HasForeignKey(report => report.SettledById).OnDelete(DeleteBehavior.SetNull);
    }
}
