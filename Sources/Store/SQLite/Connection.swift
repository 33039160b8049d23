import CSQLite
import Dispatch

/// One connection to one database, owned by one serial queue; a call on another queue traps.
final class Connection {
    /// The database file.
    let path: String
    private let queue: DispatchQueue
    private let handle: OpaquePointer
    private var idle: [String: Statement] = [:]
    private var isInTransaction = false

    /// How a database is opened.
    enum Access {
        /// The file must exist already.
        case readWrite
        /// Nothing is written but what SQLite needs to read beside a writer.
        case readOnly

        fileprivate var flags: Int32 {
            let access = self == .readWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
            return access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
        }
    }

    /// Milliseconds to wait for a lock; a writer's longest transaction takes less.
    private static let busyMilliseconds: Int32 = 5000

    /// Opens a database; must run on the queue that will own it.
    init(path: String, access: Access, queue: DispatchQueue) throws(StoreProblem) {
        dispatchPrecondition(condition: .onQueue(queue))
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(path, &handle, access.flags, nil)
        guard code == SQLITE_OK, let handle else {
            defer { sqlite3_close_v2(handle) }
            throw StoreProblem(code: code, database: handle, path: path)
        }
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, Self.busyMilliseconds)
        self.path = path
        self.queue = queue
        self.handle = handle
    }

    deinit {
        idle.removeAll()
        sqlite3_close_v2(handle)
    }

    /// Runs a statement for its effect.
    func run(_ sql: String, _ values: [SQLValue] = []) throws(StoreProblem) {
        try rows(sql, values) { (_) throws(StoreProblem) in }
    }

    /// Runs a statement and hands each row over.
    func rows(
        _ sql: String,
        _ values: [SQLValue] = [],
        _ take: (Row) throws(StoreProblem) -> Void
    ) throws(StoreProblem) {
        try scan(sql, values) { (row) throws(StoreProblem) in
            try take(row)
            return true
        }
    }

    /// Runs a statement and hands rows over until the handler says that it has seen enough.
    ///
    /// Inside the handler other statements may run, this one again too.
    func scan(
        _ sql: String,
        _ values: [SQLValue] = [],
        _ wantsMore: (Row) throws(StoreProblem) -> Bool
    ) throws(StoreProblem) {
        dispatchPrecondition(condition: .onQueue(queue))
        let statement = try statement(sql)
        defer {
            statement.reset()
            idle[sql] = statement
        }
        statement.bind(values)
        while true {
            let code = statement.step()
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else {
                throw StoreProblem(code: code, database: handle, path: path)
            }
            if !(try wantsMore(statement.row)) { return }
        }
    }

    /// Reads every row into a value.
    func all<Value>(
        _ sql: String,
        _ values: [SQLValue] = [],
        _ read: (Row) throws(StoreProblem) -> Value
    ) throws(StoreProblem) -> [Value] {
        var found: [Value] = []
        try rows(sql, values) { (row) throws(StoreProblem) in found.append(try read(row)) }
        return found
    }

    /// Reads the last row into a value; nothing when there is no row.
    func one<Value>(
        _ sql: String,
        _ values: [SQLValue] = [],
        _ read: (Row) throws(StoreProblem) -> Value
    ) throws(StoreProblem) -> Value? {
        try all(sql, values, read).last
    }

    /// The identity of the row that was inserted last.
    var lastInserted: Int64 {
        dispatchPrecondition(condition: .onQueue(queue))
        return sqlite3_last_insert_rowid(handle)
    }

    /// How many rows the last statement changed.
    var changed: Int {
        dispatchPrecondition(condition: .onQueue(queue))
        return Int(sqlite3_changes(handle))
    }

    /// Does all of the work or none of it; whatever goes wrong, the connection is usable
    /// afterwards.
    func transaction<Value>(
        _ work: () throws(StoreProblem) -> Value
    ) throws(StoreProblem) -> Value {
        precondition(!isInTransaction, "transactions do not nest")
        try run("BEGIN IMMEDIATE")
        isInTransaction = true
        defer { isInTransaction = false }
        do throws(StoreProblem) {
            let value = try work()
            try run("COMMIT")
            return value
        } catch {
            // A full disk may have rolled back already; then there is nothing left to undo.
            if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
            throw error
        }
    }

    /// Reads several statements from one state of the database.
    func snapshot<Value>(
        _ work: () throws(StoreProblem) -> Value
    ) throws(StoreProblem) -> Value {
        precondition(!isInTransaction, "transactions do not nest")
        try run("BEGIN")
        isInTransaction = true
        defer {
            isInTransaction = false
            if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
        }
        return try work()
    }

    private func statement(_ sql: String) throws(StoreProblem) -> Statement {
        if let statement = idle.removeValue(forKey: sql) { return statement }
        return try Statement(sql, in: handle, path: path)
    }
}
