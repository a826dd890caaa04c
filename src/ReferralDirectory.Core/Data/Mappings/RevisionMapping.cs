using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.Property(revision => revision.Id).ValueGeneratedNever();
        builder.HasIndex(revision => new { revision.SubjectKind, revision.SubjectId, revision.Number }).IsUnique();
        builder.HasIndex(revision => new { revision.State, revision.CountryId });
        builder.HasOne<Country>().WithMany().HasForeignKey(revision => revision.CountryId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(revision => revision.Note).HasMaxLength(Revision.NoteMaxLength);
        builder.Property(revision => revision.Reason).HasMaxLength(Revision.ReasonMaxLength);
        builder.Property(revision => revision.Version).IsConcurrencyToken();
    }
}
