import Testing

@testable import Daemon

struct TableReaderTests {
    private func reader(_ text: String) throws -> TableReader {
        let root = try TomlValue.document(Array(text.utf8))
        guard case .table(let members) = root.content else { throw NoTable() }
        return TableReader(members, title: "[t]", place: root.place)
    }

    private struct NoTable: Error {}

    private enum Fruit: String, CaseIterable {
        case apple, pear
    }

    @Test func `what was read is no longer unknown`() throws {
        var reader = try reader("a = true\nb = 'x'\nc = 3")
        #expect(reader.flag("a") == true)
        #expect(reader.text("b")?.value == "x")
        #expect(reader.whole("c", in: 0...3) == 3)
        #expect(reader.finish().isEmpty)
    }

    @Test func `a key that is not there is nothing, and no mistake`() throws {
        var reader = try reader("")
        #expect(reader.flag("a") == nil)
        #expect(reader.choice("b", of: Fruit.self) == nil)
        #expect(reader.date("c") == nil)
        #expect(reader.table("d") == nil)
        #expect(reader.tables("e").isEmpty)
        #expect(reader.finish().isEmpty)
    }

    @Test func `left-over keys are named with those that were asked for`() throws {
        var reader = try reader("zz = 1")
        _ = reader.flag("b")
        _ = reader.flag("a")
        #expect(
            reader.finish().map(\.message) == [
                "\"zz\" is not a known key in [t]; known are a, b"
            ]
        )
        #expect(reader.finish().count == 1, "said once")
    }

    @Test func `one of a few words`() throws {
        var reader = try reader("a = 'pear'\nb = 'Pear'")
        #expect(reader.choice("a", of: Fruit.self) == .pear)
        #expect(reader.choice("b", of: Fruit.self) == nil)
        #expect(
            reader.mistakes.map(\.message) == [
                "b = \"Pear\" is unknown; it is \"apple\" or \"pear\""
            ]
        )
    }

    @Test func `names are what a person can see`() {
        #expect(complaintAboutName("Fitbit Air") == nil)
        #expect(complaintAboutName("Ærlig ⌚️") == nil)
        #expect(complaintAboutName("") != nil)
        #expect(complaintAboutName("x\u{202E}y") != nil)
        #expect(complaintAboutName(String(repeating: "x", count: 200)) == nil)
        #expect(complaintAboutName(String(repeating: "x", count: 201)) != nil)
    }
}
