using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Tests.Data;

/// <summary>Each migration says twice what it makes: as steps, and as the model that is there afterwards. Tools go by the model.</summary>
public sealed class MigrationChainTests
{
    [Fact]
    public void EachMigration_GoesFromTheModelBeforeItToItsOwn() => Assert.All(EachDatabase.Models(), model =>
    {
        using var db = model.Open();
        var migrations = db.GetService<IMigrationsAssembly>();
        IRelationalModel? before = null;

        foreach (var (id, type) in migrations.Migrations)
        {
            var migration = migrations.CreateMigration(type, db.Database.ProviderName!);
            var after = RelationalModel(db, migration.TargetModel);

            Assert.Equal((id, Steps(migration.UpOperations)), (id, Steps(db.GetService<IMigrationsModelDiffer>().GetDifferences(before, after))));
            before = after;
        }
    });

    [Fact]
    public void TheModel_HasNoChangeWithoutAMigration() => Assert.All(EachDatabase.Models(), model =>
    {
        using var db = model.Open();

        Assert.False(db.Database.HasPendingModelChanges());
    });

    private static IRelationalModel RelationalModel(DirectoryDb db, IModel model) =>
        db.GetService<IModelRuntimeInitializer>().Initialize(((IMutableModel)model).FinalizeModel(), designTime: true, validationLogger: null).GetRelationalModel();

    // A model knows of no trigger; what one is for has tests of its own.
    private static string Steps(IEnumerable<MigrationOperation> operations) => string.Join('\n', operations.Where(operation => operation is not SqlOperation).Select(Step).Order(StringComparer.Ordinal));

    private static string Step(MigrationOperation operation) => operation switch
    {
        CreateTableOperation table => $"table {table.Name}: {string.Join(", ", table.Columns.Select(column => column.Name).Order(StringComparer.Ordinal))}",
        AddColumnOperation column => $"column {column.Table}.{column.Name}",
        CreateIndexOperation index => $"index {index.Name}",
        InsertDataOperation rows => $"rows of {rows.Table}: {rows.Values.Length}",
        _ => operation.ToString()!,
    };
}
