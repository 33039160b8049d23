import Testing

@testable import Devices

@Suite("Names of exports on devices")
struct ExportNameTests {
    @Test(
        "Exports are known by their ends, whatever the case",
        arguments: [
            "a.csv", "A.CSV", "b.tsv", "c.Gpx", "d.tcx", "e.zip", "f.csv.gz", "g.tgz", "h.csv.xls",
            "steps-2026-10-01.json", "UDSFile_2026.json",
        ]
    )
    func exports(name: String) {
        #expect(ExportName(name) == .export)
    }

    @Test("Some exports of programs are known by their whole names")
    func names() {
        #expect(ExportName("Export.xml") == .export)
        #expect(ExportName("Gadgetbridge") == .export)
        #expect(ExportName("other.xml") == .other)
    }

    @Test(
        "What is no export is passed over",
        arguments: [
            "a.jpg", "csv", "a.xls", "settings.json", "a.csv.part", ".a.csv", "a.csv~", "Thumbs.db",
            "", "a.", "a.txt",
        ]
    )
    func others(name: String) {
        #expect(ExportName(name) == .other)
    }

    @Test("Activities in Garmin's format are counted apart, unfinished copies are not")
    func activities() {
        #expect(ExportName("A1.FIT") == .activity)
        #expect(ExportName("2026.fit") == .activity)
        #expect(ExportName(".2026.fit") == .other)
    }
}
