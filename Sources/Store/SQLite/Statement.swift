import CSQLite

/// One prepared statement; belongs to the queue of its connection.
final class Statement {
    private let handle: OpaquePointer

    /// SQLite copies what is bound with this destructor before the call returns.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Prepares one statement.
    init(_ sql: String, in database: OpaquePointer, path: String) throws(StoreProblem) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(
            database,
            sql,
            -1,
            UInt32(SQLITE_PREPARE_PERSISTENT),
            &handle,
            nil
        )
        guard code == SQLITE_OK, let handle else {
            throw StoreProblem(code: code, database: database, path: path)
        }
        self.handle = handle
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Gives the parameters their values, in their order.
    func bind(_ values: [SQLValue]) {
        precondition(
            values.count == Int(sqlite3_bind_parameter_count(handle)),
            "a statement needs one value a parameter"
        )
        for (position, value) in zip(Int32(1)..., values) {
            switch value {
            case .null: sqlite3_bind_null(handle, position)
            case .integer(let number): sqlite3_bind_int64(handle, position, number)
            case .text(let text):
                sqlite3_bind_text64(
                    handle,
                    position,
                    text,
                    UInt64(text.utf8.count),
                    Self.copied,
                    UInt8(SQLITE_UTF8)
                )
            case .blob(let bytes):
                // An empty array may have no address, which SQLite would take for null.
                if bytes.isEmpty {
                    sqlite3_bind_zeroblob(handle, position, 0)
                } else {
                    sqlite3_bind_blob64(
                        handle,
                        position,
                        bytes,
                        UInt64(bytes.count),
                        Self.copied
                    )
                }
            }
        }
    }

    /// Goes to the next row; SQLite's code says whether there is one.
    func step() -> Int32 { sqlite3_step(handle) }

    /// The row that the last step reached.
    var row: Row { Row(handle: handle) }

    /// Makes the statement ready for its next use and lets go of what was bound.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }
}

/// The current row of a statement; valid until its next step.
struct Row {
    fileprivate let handle: OpaquePointer

    /// An integer; 0 for null.
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// An integer, or nothing for null.
    func optionalInteger(_ column: Int32) -> Int64? {
        isNull(column) ? nil : sqlite3_column_int64(handle, column)
    }

    /// A text; empty for null.
    func text(_ column: Int32) -> String {
        String(decoding: blob(column), as: UTF8.self)
    }

    /// A text, or nothing for null.
    func optionalText(_ column: Int32) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// Bytes; empty for null.
    func blob(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        let count = Int(sqlite3_column_bytes(handle, column))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    private func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }
}
