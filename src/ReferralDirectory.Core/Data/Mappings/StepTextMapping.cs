using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class StepTextMapping : IEntityTypeConfiguration<StepText>
{
    public void Configure(EntityTypeBuilder<StepText> builder)
    {
        builder.Property(text => text.Id).ValueGeneratedNever();
        builder.Property(text => text.Version).IsConcurrencyToken();
        builder.HasIndex(text => new { text.StepId, text.Language }).IsUnique();
        builder.HasOne<Source>().WithMany().HasForeignKey(text => text.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(text => text.Title).HasMaxLength(StepText.TitleMaxLength);
        builder.Property(text => text.Summary).HasMaxLength(StepText.SummaryMaxLength);
        builder.Property(text => text.ForYou).HasMaxLength(StepText.PartMaxLength);
        builder.Property(text => text.ForWorkers).HasMaxLength(StepText.PartMaxLength);
        builder.Property(text => text.NotHere).HasMaxLength(StepText.PartMaxLength);
        builder.Property(text => text.OfHash).HasMaxLength(64);
        builder.Ignore(text => text.Content);
    }
}
