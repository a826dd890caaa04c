using System.Data.Common;
using System.Net.Sockets;

namespace ReferralDirectory.Core.Data;

/// <summary>Where the site's database is, and what a start does there otherwise than on the other product.</summary>
public abstract class DatabasePlace
{
    /// <summary>False where nothing was made there yet. To open it then would make it.</summary>
    public abstract bool Exists { get; }

    /// <summary>Its product, by the name it has for people.</summary>
    public abstract string Product { get; }

    /// <summary>How much room it takes; null where this machine cannot know.</summary>
    /// <exception cref="IOException">It is gone.</exception>
    public virtual DatabaseRoom? Room => null;

    /// <summary>Its name in a sentence; no password.</summary>
    protected abstract string Name { get; }

    /// <summary>Ends what is said where it cannot be used: what to do.</summary>
    protected abstract string Advice { get; }

    /// <summary>SQL that names the tables, as "Value".</summary>
    internal abstract string Tables { get; }

    /// <summary>True where several instances of the program may use it at once.</summary>
    public virtual bool IsShared => false;

    /// <summary>Calls whenever somebody changed it, at once, and once at the beginning, until it is cancelled or the connection fails.</summary>
    /// <param name="heard">What is called; it returns soon.</param>
    /// <param name="told">Is given what an instance tells, this one as well; it returns soon.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="NotSupportedException">It is not shared.</exception>
    public virtual Task ListenAsync(Action heard, Action<string> told, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Tells all instances that listen; it is in no table.</summary>
    /// <param name="text">At most 7,999 bytes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="NotSupportedException">It is not shared.</exception>
    public virtual Task TellAsync(string text, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>What is thrown where it cannot be used.</summary>
    /// <param name="reason">Ends the sentence "The database … cannot be used: …".</param>
    /// <param name="trouble">The same in a word.</param>
    /// <param name="problem">What was thrown; null where nothing was.</param>
    public DatabaseUnusableException Unusable(string reason, DatabaseTrouble trouble, Exception? problem = null) => new(Name, reason, Advice, trouble, problem);

    /// <summary>What is thrown instead of a problem; null where it is none of the database's.</summary>
    /// <param name="problem">As it was caught, perhaps with EF Core's own around it.</param>
    public abstract DatabaseUnusableException? Refusal(Exception problem);

    /// <summary>What a problem says of the database; null where it says nothing of it: then it is a fault of the program's, or another's.</summary>
    /// <param name="problem">As it was caught, perhaps with others around it.</param>
    public DatabaseTrouble? TroubleOf(Exception problem)
    {
        for (var inner = problem; inner is not null; inner = inner.InnerException)
        {
            if (inner is DatabaseUnusableException unusable)
            {
                return unusable.Trouble;
            }

            if (inner is DbException found)
            {
                return TroubleOf(found);
            }

            // A name that leads nowhere; the driver does not make it its own.
            if (IsShared && inner is SocketException)
            {
                return DatabaseTrouble.NoAnswer;
            }
        }

        return null;
    }

    /// <summary>The same of what its driver threw.</summary>
    protected abstract DatabaseTrouble? TroubleOf(DbException problem);

    /// <summary>Whether it can be written to, without changing it: see <see cref="DatabaseCheck"/> for what is seen.</summary>
    internal abstract DatabaseTrouble? FindWritingTrouble(DbConnection connection);

    /// <summary>Locks other starts out. The system gives the lock back when the process ends, however it ends.</summary>
    /// <returns>Dispose it to give it back; null where another start holds it.</returns>
    internal abstract IDisposable? TryLock();

    /// <summary>
    /// Says that this process uses the database, for as long as it holds what is returned. Whoever is about to replace it takes it alone, and under
    /// <see cref="TryLock"/>, so that nobody begins meanwhile.
    /// </summary>
    /// <returns>Dispose it to give it back; null where another process is in the way.</returns>
    internal abstract IDisposable? TryUse(bool alone);

    /// <summary>Holds some work, so that no other instance does it as well. The system gives it back when the process ends.</summary>
    /// <param name="work">Which.</param>
    /// <returns>Dispose it to give it back; null where another instance holds it.</returns>
    internal virtual IDisposable? TryHold(Guid work) => Stream.Null;

    /// <summary>Sets what stays set in the database itself. Call it only where the database is known to be ours.</summary>
    internal virtual void Settle(DbConnection connection)
    {
    }

    /// <summary>Keeps a copy before the database is changed.</summary>
    /// <param name="migration">The first that will change it.</param>
    /// <returns>The copy's name; null where none is made.</returns>
    internal virtual string? BackUp(string migration) => null;

    /// <summary>What of it is missing, as <see cref="Unusable"/> takes it, where to open it would lose the rest; null where nothing is.</summary>
    internal virtual string? Torn => null;

    /// <summary>Opens it so that nothing of it changes, not even when it is closed; null where it may be opened as ever.</summary>
    internal virtual DbConnection? OpenToLook() => null;

    /// <summary>Where all of it can be read though nothing can be written, without a lock; null where that cannot be said.</summary>
    internal virtual DbDataSource? ToReadOnly() => null;

    /// <summary>Closes what was opened, so that whatever stands in its place later is opened anew.</summary>
    internal virtual void Forget()
    {
    }

    /// <summary>Takes away what a start left behind that was killed while it migrated. Call it under the lock.</summary>
    internal virtual void Clear(DbConnection connection)
    {
    }
}
