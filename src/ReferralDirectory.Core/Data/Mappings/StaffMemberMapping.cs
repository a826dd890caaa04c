using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data.Mappings;

internal sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("StaffMembers");
        builder.Property(member => member.Id).ValueGeneratedNever();
        builder.HasIndex(member => member.NormalizedUserName).IsUnique();
        builder.Property(member => member.UserName).HasMaxLength(StaffMember.EmailMaxLength).IsRequired();
        builder.Property(member => member.NormalizedUserName).HasMaxLength(StaffMember.EmailMaxLength).IsRequired();
        builder.Property(member => member.DisplayName).HasMaxLength(StaffMember.DisplayNameMaxLength);
        builder.Property(member => member.RevocationReason).HasMaxLength(StaffMember.ReasonMaxLength);
        builder.Property(member => member.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasMany(member => member.Grants).WithOne().HasForeignKey(grant => grant.StaffMemberId);
        builder.HasMany(member => member.Passkeys).WithOne().HasForeignKey(passkey => passkey.UserId);
        builder.Ignore(member => member.HasSecondFactor);
        // What this site does not use is not stored: the address is the user name, and nobody is locked out by a column.
        builder.Ignore(member => member.Email);
        builder.Ignore(member => member.NormalizedEmail);
        builder.Ignore(member => member.EmailConfirmed);
        builder.Ignore(member => member.PhoneNumber);
        builder.Ignore(member => member.PhoneNumberConfirmed);
        builder.Ignore(member => member.TwoFactorEnabled);
        builder.Ignore(member => member.LockoutEnd);
        builder.Ignore(member => member.LockoutEnabled);
        builder.Ignore(member => member.AccessFailedCount);
    }
}
