/// A strict little reader of RFC 8259, so that tests read our JSON as somebody else would.
struct JSONReader {
    indirect enum Value: Equatable {
        case text(String)
        case number(String)
        case flag(Bool)
        case list([Value])
        case object([String: Value])
    }

    enum Flaw: Error, Equatable {
        case unexpected(at: Int)
        case twice(String)
    }

    private let scalars: [Unicode.Scalar]
    private var place = 0

    /// Reads one value and nothing after it; `null` is no value here.
    static func read(_ text: String) throws -> Value {
        var reader = JSONReader(scalars: Array(text.unicodeScalars))
        let value = try reader.value()
        guard reader.place == reader.scalars.count else {
            throw Flaw.unexpected(at: reader.place)
        }
        return value
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func skip(_ expected: String) throws {
        for scalar in expected.unicodeScalars {
            guard next == scalar else { throw Flaw.unexpected(at: place) }
            place += 1
        }
    }

    private mutating func value() throws -> Value {
        switch next {
        case "\"": return .text(try text())
        case "[": return .list(try elements("[", "]") { reader in try reader.value() })
        case "{": return .object(try object())
        case "t":
            try skip("true")
            return .flag(true)
        case "f":
            try skip("false")
            return .flag(false)
        default: return .number(try number())
        }
    }

    private mutating func object() throws -> [String: Value] {
        let members = try elements("{", "}") { reader in
            let name = try reader.text()
            try reader.skip(":")
            return (name, try reader.value())
        }
        var object: [String: Value] = [:]
        for (name, value) in members where object.updateValue(value, forKey: name) != nil {
            throw Flaw.twice(name)
        }
        return object
    }

    private mutating func elements<Element>(
        _ open: String,
        _ close: String,
        _ read: (inout JSONReader) throws -> Element
    ) throws -> [Element] {
        try skip(open)
        var all: [Element] = []
        while next != close.unicodeScalars.first {
            if !all.isEmpty { try skip(",") }
            all.append(try read(&self))
        }
        try skip(close)
        return all
    }

    private mutating func text() throws -> String {
        try skip("\"")
        var text = ""
        while let scalar = next, scalar != "\"" {
            guard scalar.value >= 0x20 else { throw Flaw.unexpected(at: place) }
            place += 1
            text.unicodeScalars.append(scalar == "\\" ? try escape() : scalar)
        }
        try skip("\"")
        return text
    }

    private mutating func escape() throws -> Unicode.Scalar {
        guard let sign = next else { throw Flaw.unexpected(at: place) }
        place += 1
        switch sign {
        case "\"", "\\", "/": return sign
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u":
            let digits = scalars[place..<min(place + 4, scalars.count)].map { String($0) }.joined()
            guard digits.count == 4, let code = UInt32(digits, radix: 16),
                let scalar = Unicode.Scalar(code)
            else { throw Flaw.unexpected(at: place) }
            place += 4
            return scalar
        default: throw Flaw.unexpected(at: place)
        }
    }

    private mutating func number() throws -> String {
        let start = place
        while let scalar = next, "-.0123456789".unicodeScalars.contains(scalar) { place += 1 }
        let text = scalars[start..<place].map { String($0) }.joined()
        guard Double(text) != nil, !text.hasPrefix("."), !text.hasSuffix(".") else {
            throw Flaw.unexpected(at: start)
        }
        return text
    }
}

extension JSONReader.Value {
    /// A member of an object.
    subscript(_ name: String) -> JSONReader.Value? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The names of an object's members.
    var names: Set<String> {
        if case .object(let members) = self { Set(members.keys) } else { [] }
    }
}
