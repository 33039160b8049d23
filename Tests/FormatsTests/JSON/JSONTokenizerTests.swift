import Model
import TestSupport
import Testing

@testable import Formats

struct JSONTokenizerTests {
    /// All tokens as text, then the fault as `line:column cause` if there is one.
    private func tokens(_ bytes: [UInt8], chunkBytes: Int = 1 << 18) throws -> [String] {
        let json = JSONTokenizer(MemoryBytes(bytes), chunkBytes: chunkBytes)
        var found: [String] = []
        do {
            while true {
                let token = try json.next()
                let text = String(decoding: json.text, as: UTF8.self)
                switch token {
                case .name: found.append("\(text):")
                case .string: found.append("'\(text)'")
                case .number: found.append(text)
                case .beginObject: found.append("{")
                case .endObject: found.append("}")
                case .beginArray: found.append("[")
                case .endArray: found.append("]")
                case .yes, .no, .null: found.append("\(token)")
                case .end: return found
                }
            }
        } catch let fault as JSONFault {
            found.append("\(fault.place.line):\(fault.place.column) \(fault.cause)")
        }
        return found
    }

    private func tokens(_ text: String) throws -> [String] { try tokens(Array(text.utf8)) }

    @Test func `tokens come in order, whatever blanks stand between them`() throws {
        #expect(
            try tokens(#" {"a" : [1,-2.5e+3 , "x"],"b":{},"c":[],"d":true,"e":false,"f":null} "#)
                == [
                    "{", "a:", "[", "1", "-2.5e+3", "'x'", "]", "b:", "{", "}", "c:", "[", "]",
                    "d:",
                    "yes", "e:", "no", "f:", "null", "}",
                ]
        )
        #expect(try tokens("7") == ["7"])
        #expect(try tokens("\r\n\t\"\"\n") == ["''"])
    }

    @Test func `reads of every size give the same tokens`() throws {
        let text = Array(#"{"ä\u00e9😀":[1.5e-3,"\ud83d\ude00\n",null],"b":true}"#.utf8)
        let whole = try tokens(text)
        #expect(whole == ["{", "äé😀:", "[", "1.5e-3", "'😀\n'", "null", "]", "b:", "yes", "}"])
        for size in 1...9 { #expect(try tokens(text, chunkBytes: size) == whole) }
    }

    @Test func `escapes are resolved, and half a character is none`() throws {
        #expect(
            try tokens(#""\"\\\/\b\f\n\r\t\u0041\u00dF""#)
                == ["'\"\\/\u{8}\u{C}\n\r\tAß'"]
        )
        #expect(try tokens(#""\ud83d""#) == ["'\u{FFFD}'"])
        #expect(try tokens(#""\ud83dx""#) == ["'\u{FFFD}x'"])
        #expect(try tokens(#""\ud83d\n""#) == ["'\u{FFFD}\n'"])
        #expect(try tokens(#""\ude00""#) == ["'\u{FFFD}'"])
        #expect(try tokens(#""\ud83d\ud83d\ude00""#) == ["'\u{FFFD}😀'"])
        #expect(try tokens(#""\ud83d\u0041""#) == ["'\u{FFFD}A'"])
    }

    @Test func `a byte order mark is passed over and is no column`() throws {
        #expect(try tokens("\u{FEFF}[]") == ["[", "]"])
        #expect(try tokens("\u{FEFF}x") == ["1:1 unexpected(wanted: \"a value\")"])
        #expect(try tokens([0xEF, 0xBB]) == ["1:3 notUTF8"])
    }

    @Test(arguments: [
        ("", "1:1 truncated"), ("[1", "1:3 truncated"), ("[1,", "1:4 truncated"),
        ("{\"a", "1:4 truncated"), ("{\"a\"", "1:5 truncated"), ("{\"a\":", "1:6 truncated"),
        ("tr", "1:3 truncated"), ("[\"\\", "1:4 truncated"), ("[\"\\u12", "1:7 truncated"),
        ("-", "1:2 truncated"), ("[1.", "1:4 truncated"), ("[1e", "1:4 truncated"),
    ])
    func `what breaks off says so at its end`(text: String, fault: String) throws {
        #expect(try tokens(text).last == fault)
    }

    @Test(arguments: [
        ("[1]\n ]", "2:2 trailing"), ("1 2", "1:3 trailing"), ("{}{}", "1:3 trailing"),
        ("[1,]", "1:4 unexpected(wanted: \"a value\")"),
        ("[,1]", "1:2 unexpected(wanted: \"a value\")"),
        ("[1 2]", "1:4 unexpected(wanted: \"a comma or ]\")"),
        ("[1}", "1:3 unexpected(wanted: \"a comma or ]\")"),
        ("{\"a\":1]", "1:7 unexpected(wanted: \"a comma or }\")"),
        ("{\"a\":1,}", "1:8 unexpected(wanted: \"a name in quotes\")"),
        ("{a:1}", "1:2 unexpected(wanted: \"a name in quotes\")"),
        ("{\"a\" 1}", "1:6 unexpected(wanted: \"a colon\")"),
        ("{\"a\"\n\n  1}", "3:3 unexpected(wanted: \"a colon\")"),
        ("nul!", "1:4 unexpected(wanted: \"null\")"),
        ("'a'", "1:1 unexpected(wanted: \"a value\")"),
        ("NaN", "1:1 unexpected(wanted: \"a value\")"),
        ("01", "1:2 number"), ("-x", "1:2 number"), ("1.x", "1:3 number"), ("1ex", "1:3 number"),
        ("-01", "1:3 number"), (".5", "1:1 unexpected(wanted: \"a value\")"),
        ("\"a\nb\"", "1:3 controlCharacter"), ("\"\u{1}\"", "1:2 controlCharacter"),
        ("\"\\x\"", "1:3 escape"), ("\"\\u12g4\"", "1:6 escape"), ("\"\\ud83d\\x\"", "1:9 escape"),
        ("[\r\n[\r[\n?", "4:1 unexpected(wanted: \"a value\")"),
    ])
    func `every mistake has its line and column`(text: String, fault: String) throws {
        #expect(try tokens(text).last == fault)
    }

    @Test(arguments: [
        [0x22, 0xFF], [0x22, 0xC0, 0x80], [0x22, 0xED, 0xA0, 0x80], [0x22, 0xF4, 0x90, 0x80, 0x80],
        [0x22, 0xE2, 0x28], [0x80], [0x00, 0x5B], [0x22, 0x80],
    ])
    func `what is not UTF-8 is told`(bytes: [UInt8]) throws {
        #expect(try tokens(bytes).last?.hasSuffix("notUTF8") == true)
    }

    @Test func `depth, strings and numbers have their limits`() throws {
        let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try tokens(deep).count == 128)
        #expect(try tokens("[" + deep + "]").last == "1:65 tooDeep")
        let longest = JSONTokenizer.maximumStringBytes
        let fits = [0x22] + [UInt8](repeating: 0x61, count: longest) + [0x22]
        #expect(try tokens(fits).count == 1)
        #expect(try tokens(fits).first?.utf8.count == longest + 2)
        let beyond = [0x22] + [UInt8](repeating: 0x61, count: longest + 1) + [0x22]
        #expect(try tokens(beyond).last?.hasSuffix("tooLong") == true)
        let digits = String(repeating: "9", count: 1024)
        #expect(try tokens(digits) == [digits])
        #expect(try tokens(digits + "9").last == "1:1025 tooLong")
    }

    @Test func `a value is passed over whole`() throws {
        let json = JSONTokenizer(MemoryBytes(Array(#"[{"a":[1,{"b":2}]},3,"x",[]]"#.utf8)))
        #expect(try json.next() == .beginArray)
        try json.skipValue()
        #expect(try json.next() == .number)
        try json.skipValue()
        try json.skipValue()
        #expect(try json.next() == .endArray)
        #expect(try json.next() == .end)
        try json.skipValue()
        #expect(try json.next() == .end)
    }

    @Test func `an error of the disk is the source's own`() throws {
        let json = JSONTokenizer(FailingBytes())
        #expect(throws: FailingBytes.Broken.self) { try json.next() }
    }
}

struct JSONFieldTests {
    private func field(_ values: String...) throws -> JSONField {
        var field = JSONField()
        for value in values {
            try field.read(JSONTokenizer(MemoryBytes(Array("[\(value)]".utf8))).begun())
        }
        return field
    }

    @Test func `whole numbers are exact, in quotes or not`() throws {
        #expect(try field("12").wholeNumber == 12)
        #expect(try field("\"12\"").wholeNumber == 12)
        #expect(try field("9223372036854775807").wholeNumber == .max)
        for text in [
            "9223372036854775808", "-1", "1.0", "1e3", "\"\"", "\" 1\"", "null", "true", "[1]",
        ] {
            #expect(try field(text).wholeNumber == nil, "\(text)")
        }
    }

    @Test func `a member that stands twice has no value`() throws {
        let twice = try field("1", "1")
        #expect(twice.isRepeated)
        #expect(twice.wholeNumber == nil)
        #expect(try field("\"a\"", "\"a\"").string == nil)
        #expect(twice.shown == "a member that stands twice")
    }

    @Test func `null and no member are nothing, a list is not`() throws {
        #expect(JSONField().isNothing)
        #expect(try field("null").isNothing)
        #expect(try !field("[{\"a\":[]}]").isNothing)
        #expect(try field("{\"a\":1}").string == nil)
    }
}

extension JSONTokenizer {
    /// The same tokenizer behind its first token.
    fileprivate func begun() throws -> JSONTokenizer {
        _ = try next()
        return self
    }
}
