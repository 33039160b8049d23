/// Recognises the beginning of a log line that a crash cut off.
///
/// Such a line was noted as pending before it was written and is told again, so it can be removed.
/// Anything else without an end was written by somebody else, and is left alone.
enum TornLine {
    /// Whether an unfinished line of `summary.log` is one of ours.
    static func isText(_ rest: [UInt8]) -> Bool {
        isNotice(rest) || isDate(rest)
    }

    /// Whether an unfinished line of `summary.jsonl` is one of ours.
    static func isObject(_ rest: [UInt8]) -> Bool {
        agree(rest, Array("{\"date\":\"".utf8))
    }

    private static func isNotice(_ rest: [UInt8]) -> Bool {
        agree(rest, Array(UrgentNotice.beginning.utf8))
    }

    /// `2026-11-21 Sat  `, as far as it goes.
    private static func isDate(_ rest: [UInt8]) -> Bool {
        let shape = Array("0000-00-00 Aaa  ".utf8)
        return !rest.isEmpty
            && zip(rest, shape).allSatisfy { byte, sign in
                switch sign {
                case UInt8(ascii: "0"): (0x30...0x39).contains(byte)
                case UInt8(ascii: "A"): (0x41...0x5A).contains(byte)
                case UInt8(ascii: "a"): (0x61...0x7A).contains(byte)
                default: byte == sign
                }
            }
    }

    /// Whether the two are the same as far as both go.
    private static func agree(_ rest: [UInt8], _ beginning: [UInt8]) -> Bool {
        !rest.isEmpty && zip(rest, beginning).allSatisfy { $0 == $1 }
    }
}
