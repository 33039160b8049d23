import Model
import Testing

@testable import Formats

/// Looks at the attributes of one element in every way.
private final class ElementProbe: XMLContent {
    var found: [String?] = []
    var place = TextPlace.wholeFile

    func open(_ element: XMLElement) -> XMLInterest {
        found = [
            element.string(of: "creator"), element.string(of: "creato"), element.string(of: "x"),
        ]
        place = element.place
        element.forEachAttribute { name, value in
            guard name == "creator" else { return }
            found.append(value.dropFirst(2).string)
            found.append(value.dropFirst(999).string)
            found.append(value.dropFirst(-1).string)
            found.append(value.hasPrefix("Ga") ? "yes" : "no")
            found.append(value.hasPrefix("Garmin Connect Mobile") ? "yes" : "no")
        }
        return .stop
    }

    func close(text: Span<UInt8>) {}
}

struct XMLElementTests {
    @Test func `attributes are found by their whole name`() throws {
        let probe = ElementProbe()
        let text = "<?xml version='1.0'?>\n <gpx x='' creator='Garmin'/>"
        _ = try XMLReader.read(MemoryBytes(Array(text.utf8)), into: probe)
        #expect(probe.found == ["Garmin", nil, "", "rmin", "", "Garmin", "yes", "no"])
        #expect(probe.place == TextPlace(line: 2, column: 2, byte: 23))
    }

    @Test(arguments: [
        ("a", "<a"), ("p:a", "<p|a"), (":a", "<a"), ("p:q:a", "<p|q:a"), ("p:", "<p|"),
    ])
    func `a name is parted at its first colon`(name: String, expected: String) throws {
        let diary = XMLDiary()
        _ = try XMLReader.read(MemoryBytes(Array("<\(name)/>".utf8)), into: diary)
        #expect(diary.lines.first == expected)
    }
}
