import CExpat
import Model

/// The start tag of an element, as expat shows it during a callback.
struct XMLElement {
    private let name: UnsafePointer<CChar>
    private let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    private let parser: XML_Parser

    init(
        name: UnsafePointer<CChar>,
        attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?,
        parser: XML_Parser
    ) {
        self.name = name
        self.attributes = attributes
        self.parser = parser
    }

    /// Where the tag begins.
    var place: TextPlace { TextPlace(ofEventIn: parser) }

    /// The name before and behind the first colon; the prefix is empty when there is none.
    var parts: (prefix: XMLText, local: XMLText) {
        var end = 0
        var colon: Int?
        while name[end] != 0 {
            if name[end] == 0x3A, colon == nil { colon = end }
            end += 1
        }
        guard let colon else {
            return (XMLText(start: name, count: 0), XMLText(start: name, count: end))
        }
        return (
            XMLText(start: name, count: colon),
            XMLText(start: name + colon + 1, count: end - colon - 1)
        )
    }

    /// Calls the body for each attribute in the order of the tag.
    func forEachAttribute(_ body: (_ name: XMLText, _ value: XMLText) -> Void) {
        guard var pair = attributes else { return }
        while let name = pair[0], let value = pair[1] {
            body(XMLText(name), XMLText(value))
            pair += 2
        }
    }

    /// Whether it bears this name, without a prefix.
    func isNamed(_ word: StaticString) -> Bool { Self.equals(name, word) }

    /// The value of an attribute; nothing when the tag has none of this name.
    func value(of wanted: StaticString) -> XMLText? {
        guard var pair = attributes else { return nil }
        while let name = pair[0], let value = pair[1] {
            if Self.equals(name, wanted) { return XMLText(value) }
            pair += 2
        }
        return nil
    }

    private static func equals(_ text: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        let letters = word.utf8Start
        // A text that is shorter ends with a zero, which no letter equals.
        for index in 0..<length where UInt8(bitPattern: text[index]) != letters[index] {
            return false
        }
        return text[length] == 0
    }

    /// The value of an attribute, for attributes that are looked at once a file.
    func string(of wanted: StaticString) -> String? {
        var found: String?
        forEachAttribute { name, value in
            if name == wanted { found = value.string }
        }
        return found
    }
}

/// UTF-8 that belongs to expat: a name or a value, valid during the callback only.
struct XMLText {
    private let start: UnsafePointer<CChar>
    /// The length in bytes.
    let count: Int

    init(start: UnsafePointer<CChar>, count: Int) {
        self.start = start
        self.count = count
    }

    /// The text up to the zero byte that ends it.
    init(_ start: UnsafePointer<CChar>) {
        var end = 0
        while start[end] != 0 { end += 1 }
        self.init(start: start, count: end)
    }

    var isEmpty: Bool { count == 0 }

    /// A number of digits alone, blanks around them ignored; nothing beyond 9 digits.
    var wholeNumber: Int32? {
        withBytes { bytes in
            let range = bytes.span.trimmed
            guard (1...9).contains(range.count) else { return nil }
            var value: Int32 = 0
            for index in range {
                guard bytes[index].isDigit else { return nil }
                value = value * 10 + Int32(bytes[index] - 0x30)
            }
            return value
        }
    }

    /// A copy that outlives the callback.
    var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    /// Whether it begins with these ASCII letters.
    func hasPrefix(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard count >= length else { return false }
        return withBytes { bytes in
            for index in 0..<length where bytes[index] != word.utf8Start[index] { return false }
            return true
        }
    }

    /// The text behind so many bytes; empty when it is shorter.
    func dropFirst(_ length: Int) -> XMLText {
        let dropped = min(max(length, 0), count)
        return XMLText(start: start + dropped, count: count - dropped)
    }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        start.withMemoryRebound(to: UInt8.self, capacity: count) {
            body(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    static func == (text: XMLText, word: StaticString) -> Bool {
        text.count == word.utf8CodeUnitCount && text.hasPrefix(word)
    }
}

extension TextPlace {
    /// Where the event begins that expat calls back for, or the mistake that it found.
    ///
    /// expat counts columns in characters of the file's encoding.
    init(ofEventIn parser: XML_Parser) {
        self.init(
            line: Int(XML_GetCurrentLineNumber(parser)),
            column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
            byte: max(0, Int(XML_GetCurrentByteIndex(parser)))
        )
    }
}
