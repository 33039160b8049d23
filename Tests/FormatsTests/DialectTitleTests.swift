import Testing

@testable import Formats

@Suite("Titles of dialects")
struct DialectTitleTests {
    @Test("Everything that is read has a title")
    func all() {
        let names =
            CSVDialects.all.map(\.name) + JSONDialects.all.map(\.name)
            + DatabaseDialects.all.map(\.name)
            + ["gpx", "tcx", "apple-health", "diary", "generic", "zip", "gzip"]
        for name in names {
            #expect(FormatReader.title(ofDialect: name) != nil, "\(name)")
        }
    }

    @Test("A table has the title of its dialect")
    func table() {
        let title = FormatReader.title(ofDialect: "strava")
        #expect(title == "the list of activities of Strava")
        #expect(FormatReader.title(ofDialect: "no such") == nil)
    }
}
