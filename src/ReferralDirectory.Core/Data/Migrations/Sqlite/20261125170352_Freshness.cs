using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralDirectory.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Freshness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ConfirmationLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MakerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevisionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Right = table.Column<string>(type: "TEXT", nullable: false),
                    Wrong = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConfirmationLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConfirmationLinks_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReaderReports",
                columns: table => new
                {
                    ContactPointId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    SettledById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReaderReports", x => new { x.ContactPointId, x.Kind, x.Day });
                    table.ForeignKey(
                        name: "FK_ReaderReports_Confirmations_SettledById",
                        column: x => x.SettledById,
                        principalTable: "Confirmations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ReaderReports_ContactPoints_ContactPointId",
                        column: x => x.ContactPointId,
                        principalTable: "ContactPoints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Confirmations_At",
                table: "Confirmations",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ConfirmationLinks_OrganisationId",
                table: "ConfirmationLinks",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_ConfirmationLinks_RevisionId",
                table: "ConfirmationLinks",
                column: "RevisionId");

            migrationBuilder.CreateIndex(
                name: "IX_ConfirmationLinks_TokenHash",
                table: "ConfirmationLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReaderReports_Day",
                table: "ReaderReports",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderReports_SettledById",
                table: "ReaderReports",
                column: "SettledById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConfirmationLinks");

            migrationBuilder.DropTable(
                name: "ReaderReports");

            migrationBuilder.DropIndex(
                name: "IX_Confirmations_At",
                table: "Confirmations");
        }
    }
}
