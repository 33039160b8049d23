/// A value on its way into a statement.
enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    /// An integer, or null for nothing.
    static func optional(_ value: Int64?) -> SQLValue {
        value.map { .integer($0) } ?? .null
    }

    /// A text, or null for nothing.
    static func optional(_ value: String?) -> SQLValue {
        value.map { .text($0) } ?? .null
    }

    /// 1 or 0.
    static func flag(_ value: Bool) -> SQLValue {
        .integer(value ? 1 : 0)
    }
}
