/// An answer of an HJ-720IT, put together from its reports (USB.md §2.1).
struct OmronAnswer {
    /// How far an answer has come.
    enum State: Hashable {
        /// More reports must come.
        case incomplete
        /// `OK`, with the body.
        case body([UInt8])
        /// `NO`.
        case refusal
        /// It breaks the rules: one clause that says how.
        case broken(String)
    }

    private static let okay = Array("OK".utf8)
    private static let no = Array("NO".utf8)

    private let command: OmronCommand
    private var bytes: [UInt8] = []

    /// Waits for the answer to a command.
    init(to command: OmronCommand) {
        self.command = command
    }

    /// Takes one more report.
    mutating func take(_ report: OmronReport) -> State {
        bytes += report.bytes
        guard bytes.count >= 2 else {
            let first = bytes.first
            let isBegun = first == nil || first == Self.okay[0] || first == Self.no[0]
            return isBegun ? .incomplete : .broken("does not begin with OK or NO")
        }
        if bytes.starts(with: Self.no) {
            return bytes.count == 2 ? .refusal : .broken("goes on behind NO")
        }
        guard bytes.starts(with: Self.okay) else {
            return .broken("does not begin with OK or NO")
        }
        return stateOfBody
    }

    private var stateOfBody: State {
        let body = bytes[2...]
        guard let length = command.bodyLength(body) else { return .incomplete }
        guard length <= command.longestBody else {
            return .broken("says that it has \(length) bytes, of which \(command.longestBody) fit")
        }
        // A bare OK has no XOR; every other body has.
        let whole = length == 0 ? 0 : length + 1
        guard body.count >= whole else { return .incomplete }
        guard body.count == whole else { return .broken("is longer than it says") }
        guard body.reduce(0, ^) == 0 else { return .broken("does not fit its check byte") }
        return .body(Array(body.prefix(length)))
    }

    /// How many reports an answer may take: twice those of the longest one, and some empty ones.
    var reportLimit: Int {
        let longest = 2 + command.longestBody + 1
        return 2 * ((longest + OmronReport.capacity - 1) / OmronReport.capacity) + 8
    }
}
