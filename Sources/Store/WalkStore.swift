import Dispatch
package import Model

/// The database of one state folder: what files said, what became of them, and what was derived.
///
/// Every call waits for the store's own serial queue, so calls never overlap; each that writes is
/// one transaction, whole or not at all. A problem leaves the store usable.
package final class WalkStore: @unchecked Sendable {
    // @unchecked: the connection is touched only on queue.

    /// The database file.
    package let path: String
    private let queue = DispatchQueue(label: "amble.store.connection")
    private var hasFoundDamage = false
    private var connection: Connection?

    /// Opens a database for writing; makes it when there is none and brings an older one up to
    /// date.
    ///
    /// A new file is readable by its owner only. When the last writer did not close the database,
    /// it is checked first, which reads all of it once.
    /// - Throws: `damaged` when the content contradicts itself; `otherVersion` when a newer program
    ///   wrote it; `permission`, `diskFull`, `busy`, `failed` as the system has it.
    package init(path: String) throws(StoreProblem) {
        self.path = path
        try DatabaseFiles.create(path)
        let mustCheck = DatabaseFiles.hasLog(path)
        try open { (queue) throws(StoreProblem) in
            let connection = try Connection(path: path, access: .readWrite, queue: queue)
            try Self.configure(connection)
            if mustCheck, let complaint = try Self.complaints(connection, "quick_check").first {
                throw StoreProblem(.damaged, path: path, detail: complaint)
            }
            try Schema.migrate(connection)
            return connection
        }
    }

    private init(readOnly path: String) throws(StoreProblem) {
        self.path = path
        guard DatabaseFiles.exists(path)
        else { throw StoreProblem(.missing, path: path, detail: "no such file") }
        try open { (queue) throws(StoreProblem) in
            let connection = try Connection(path: path, access: .readOnly, queue: queue)
            try connection.run("PRAGMA temp_store = MEMORY")
            try Schema.check(connection)
            return connection
        }
    }

    /// Opens a database for reading, also while another process writes it.
    ///
    /// - Throws: `missing` when nothing was ever stored; `otherVersion` when only an older or newer
    ///   program can read it; `permission` also when the index beside it (`-shm`) cannot be made,
    ///   as on a read-only disk.
    package static func openReadOnly(path: String) throws(StoreProblem) -> WalkStore {
        try WalkStore(readOnly: path)
    }

    /// Gives a damaged database and its files a new name beside the old one; deletes nothing.
    ///
    /// No store may have it open. The name bears the moment in UTC; the new path is returned.
    /// Throws `permission`, `diskFull` or `failed`.
    package static func setAside(path: String, now: Instant) throws(StoreProblem) -> String {
        try DatabaseFiles.setAside(path, now: now)
    }

    /// Moves everything into the database file and closes it; every later call fails.
    package func close() {
        dispatchPrecondition(condition: .notOnQueue(queue))
        queue.sync {
            // Not fatal: the log stays, and the next one to open the database reads it.
            try? connection?.run("PRAGMA wal_checkpoint(TRUNCATE)")
            connection = nil
        }
    }

    /// Reads all of the database and says what contradicts itself; nothing when all is well.
    ///
    /// Takes about a second for 100 MB.
    package func integrityComplaints() throws(StoreProblem) -> [String] {
        try onQueue { (connection) throws(StoreProblem) in
            try Self.complaints(connection, "integrity_check")
        }
    }

    /// Runs work with the connection on the store's queue and waits for it.
    func onQueue<Value>(
        _ work: (Connection) throws(StoreProblem) -> Value
    ) throws(StoreProblem) -> Value {
        dispatchPrecondition(condition: .notOnQueue(queue))
        let result = queue.sync { () -> Result<Value, StoreProblem> in
            guard let connection else {
                return .failure(StoreProblem(.failed, path: path, detail: "it was closed"))
            }
            do throws(StoreProblem) {
                return .success(try work(connection))
            } catch {
                if error.isDamaged { hasFoundDamage = true }
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Whether some earlier call found the database damaged: it should be closed and set aside.
    package var isDamaged: Bool { queue.sync { hasFoundDamage } }

    /// Runs work as one transaction.
    func writing<Value>(
        _ work: (Connection) throws(StoreProblem) -> Value
    ) throws(StoreProblem) -> Value {
        try onQueue { (connection) throws(StoreProblem) in
            try connection.transaction { () throws(StoreProblem) in try work(connection) }
        }
    }

    /// Runs work on one state of the database, whatever another process writes meanwhile.
    func reading<Value>(
        _ work: (Connection) throws(StoreProblem) -> Value
    ) throws(StoreProblem) -> Value {
        try onQueue { (connection) throws(StoreProblem) in
            try connection.snapshot { () throws(StoreProblem) in try work(connection) }
        }
    }

    private func open(
        _ make: (DispatchQueue) throws(StoreProblem) -> Connection
    ) throws(StoreProblem) {
        let problem = queue.sync { () -> StoreProblem? in
            do throws(StoreProblem) {
                connection = try make(queue)
                return nil
            } catch {
                return error
            }
        }
        if let problem { throw problem }
    }

    private static func configure(_ connection: Connection) throws(StoreProblem) {
        try connection.run("PRAGMA journal_mode = WAL")
        try connection.run("PRAGMA synchronous = FULL")
        try connection.run("PRAGMA foreign_keys = ON")
        try connection.run("PRAGMA temp_store = MEMORY")
        try connection.run("PRAGMA trusted_schema = OFF")
        try connection.run("PRAGMA wal_autocheckpoint = 1000")
        // The log of one large import gives its room back at the next checkpoint.
        try connection.run("PRAGMA journal_size_limit = 4194304")
    }

    private static func complaints(
        _ connection: Connection,
        _ check: String
    ) throws(StoreProblem) -> [String] {
        try connection.all("PRAGMA \(check)(20)") { $0.text(0) }.filter { $0 != "ok" }
    }
}
