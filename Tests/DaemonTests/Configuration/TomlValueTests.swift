import Testing

@testable import Daemon

struct TomlValueTests {
    private func refusal(_ text: String) -> String? {
        refusal(Array(text.utf8))
    }

    private func refusal(_ bytes: [UInt8]) -> String? {
        do throws(ConfigurationMistake) {
            _ = try TomlValue.document(bytes)
            return nil
        } catch {
            return error.line(in: "f")
        }
    }

    private func members(_ text: String) throws -> [TomlMember] {
        guard case .table(let members) = try TomlValue.document(Array(text.utf8)).content else {
            return []
        }
        return members
    }

    @Test func `keys and values carry their places`() throws {
        let members = try members("# one\n  key  =  7\n")
        #expect(members.map(\.key) == ["key"])
        #expect(members.map(\.place) == [.init(line: 2, column: 3)])
        #expect(members.map(\.value.place) == [.init(line: 2, column: 11)])
    }

    @Test func `columns count characters and not bytes`() throws {
        let value = try members("\"blåbær\" = 7").first?.value
        #expect(value?.place == .init(line: 1, column: 12))
    }

    @Test func `tables and arrays hold what stands in them`() throws {
        let members = try members("[[a]]\nb = [1, [2, 3], {c = 'x'}]\n[[a]]\n[z]\n")
        #expect(members.map(\.key) == ["a", "z"])
        guard case .array(let elements) = members[0].value.content,
            case .table(let inner) = elements[0].content,
            case .array(let values) = inner[0].value.content,
            case .array(let numbers) = values[1].content,
            case .whole(let last) = numbers[1].content,
            case .table(let table) = values[2].content,
            case .text(let text) = table[0].value.content
        else {
            Issue.record("another shape")
            return
        }
        #expect(elements.count == 2)
        #expect(last == 3)
        #expect(text == "x")
    }

    @Test(arguments: [
        ("{}", "a table"), ("[]", "an array"), ("''", "text"), ("1", "a whole number"),
        ("1.5", "a number with a fraction"), ("true", "true or false"), ("2026-01-02", "a date"),
        ("10:00:00", "a time"), ("2026-01-02T10:00:00", "a date with a time"),
        ("2026-01-02T10:00:00Z", "a date with a time"),
    ])
    func `every kind of value has a name`(text: String, name: String) throws {
        #expect(try members("a = \(text)").first?.value.kindName == name)
    }

    @Test(arguments: [
        ("a = \n", "f:1:5: "), ("a = 1\na = 2\n", "f:2:5: "), ("a = \"x\n", "f:1:7: "),
        ("goal minutes = 3", "f:1:6: "), ("[a]\n[a]\n", "f:2:1: "),
        ("x = 1\n[=]", "f:2:2: "), ("[[.a]]", "f:1:3: "), ("a = {=}", "f:1:6: "),
        ("ø = 1", "f:1:1: "), ("a = 1 ø", "f:1:7: "), ("a = 1\u{FB70}", "f:1:6: "),
    ])
    func `a mistake of syntax has a place`(text: String, place: String) {
        #expect(refusal(text)?.hasPrefix(place) == true)
    }

    @Test func `the words of a mistake are for a person`() {
        #expect(
            refusal("a = 1\na = 2\n")
                == "f:2:5: not TOML: mistake in a key-value pair: "
                + "cannot redefine existing integer 'a'; correct it"
        )
        let deep = refusal("a = " + String(repeating: "[", count: 100))
        #expect(deep?.contains("depth of 16; correct it") == true)
        #expect(deep?.contains("TOML_MAX") == false)
    }

    @Test func `bytes that are no text are refused`() {
        #expect(refusal([0x61, 0x3D, 0xFF])?.hasPrefix("f:1:") == true)
        #expect(refusal([0xFF, 0xFE, 0x61, 0x00]) != nil)
        #expect(refusal([0]) != nil)
    }

    @Test func `a dotted key of very many parts is refused before it becomes a table`() {
        let key = "a" + String(repeating: ".a", count: 200_000)
        #expect(
            refusal(key + " = 1")?.hasPrefix(
                "f:1:32: not TOML: a key of more than 16 parts; correct it"
            ) == true
        )
        #expect(refusal("[\(key)]") != nil)
        #expect(refusal("x = {\(key) = 1}") != nil)
        #expect(refusal("\n'å'" + String(repeating: " . 'a'", count: 20) + " = 1") != nil)
    }

    @Test func `dots in texts, comments and numbers are no parts of a key`() {
        let dots = String(repeating: ".", count: 100)
        let text = """
            # \(dots)
            a = "\(dots) \\" \(dots)"
            b = '\(dots)'
            c = \"\"\"
            \(dots) " "" \(dots)\"\"\"\"\"
            d = '''\(dots)' ''\(dots)'''
            e = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
            f."\(dots)".h = 1
            """
        #expect(refusal(text) == nil)
    }

    @Test func `sixteen parts are not too many`() {
        let key = "a" + String(repeating: ".a", count: 15)
        #expect(refusal("\(key) = 1") == nil)
        #expect(refusal("\(key).a = 1") != nil)
    }

    @Test func `more than a mebibyte is refused`() {
        let line = "# " + String(repeating: "x", count: 1021) + "\n"
        #expect(refusal(String(repeating: line, count: 1024)) == nil)
        #expect(
            refusal(String(repeating: line, count: 1024) + "\n")?.hasPrefix(
                "f: not TOML: more than 1 MiB"
            ) == true
        )
    }

    @Test func `a table of very many keys is read`() throws {
        let text = (0..<20_000).map { "k\($0) = \($0)\n" }.joined()
        #expect(try members(text).count == 20_000)
    }
}
