/// What an HJ-720IT is asked (USB.md §2.2): questions, and the end of the session.
///
/// There is no command here that changes what the device keeps, and none must be added.
enum OmronCommand: Hashable {
    /// Which model it is.
    case version
    /// Its serial number.
    case serial
    /// How many days it keeps.
    case count
    /// A page of a day: 1–3 for eight hours each, 4 for the day as a whole.
    case page(day: UInt8, page: UInt8)
    /// That the session is over.
    case end

    /// The message: three letters, arguments, and the XOR of the arguments.
    var message: [UInt8] {
        Array(letters.utf8) + arguments + [arguments.reduce(0, ^)]
    }

    /// How long the body of the answer is between `OK` and its XOR, as far as can be said when so
    /// much of the body has come; nothing while more must come first.
    func bodyLength(_ body: ArraySlice<UInt8>) -> Int? {
        switch self {
        case .version: 12
        case .serial, .page:
            // A zero, then how many bytes follow.
            body.count < 2 ? nil : 2 + Int(body[body.startIndex + 1])
        case .count: 5
        case .end: 0
        }
    }

    /// The longest body that the command can bring.
    var longestBody: Int {
        switch self {
        case .version: 12
        case .serial: 2 + 32
        case .page(_, let page): page == 4 ? 2 + 20 : 2 + 32
        case .count: 5
        case .end: 0
        }
    }

    /// The command for people, in messages.
    var shown: String {
        switch self {
        case .version: "its model"
        case .serial: "its serial number"
        case .count: "the number of its days"
        case .page(let day, let page): "page \(page) of day \(day)"
        case .end: "the end of the session"
        }
    }

    private var letters: String {
        switch self {
        case .version: "VER"
        case .serial: "SRL"
        case .count: "CNT"
        case .page: "GTD"
        case .end: "END"
        }
    }

    private var arguments: [UInt8] {
        switch self {
        case .version, .serial, .count: [UInt8(ascii: "0")]
        case .page(let day, let page): [0, 0, day, page]
        case .end: [0xFF]
        }
    }
}
