import Model
import Testing

@testable import Daemon

struct ZoneLibraryTests {
    @Test func `a zone comes with its rules and a hash`() throws {
        var library = ZoneLibrary()
        let entry = try library.entry("Europe/Oslo")
        #expect(entry.rules.name == "Europe/Oslo")
        #expect(entry.rules.offsetSeconds(at: Instant(seconds: 1_795_240_923)) == 3600)
        #expect(entry.hash.count == 64)
        #expect(try library.entry("Europe/Oslo") == entry)
        #expect(try library.entry("Asia/Tokyo").hash != entry.hash)
    }

    @Test(arguments: ["UTC", "Etc/UTC", "Europe/Oslo", "America/Argentina/Buenos_Aires"])
    func `nothing is wrong with a zone`(name: String) {
        #expect(ZoneLibrary.complaint(about: name) == nil)
    }

    @Test(arguments: [
        "", "Oslo", "Europe/Olso", "Europe", "../Europe/Oslo", "/etc/passwd", "Europe//Oslo",
        "a\0b", "zone.tab", String(repeating: "x", count: 5000),
    ])
    func `what is no zone is told so`(name: String) {
        let complaint = ZoneLibrary.complaint(about: name)
        #expect(complaint?.isEmpty == false)
    }

    @Test func `an unknown zone comes with the form of a known one`() {
        #expect(ZoneLibrary.complaint(about: "Oslo")?.contains("\"Europe/Oslo\"") == true)
        #expect(ZoneLibrary.complaint(about: "zone.tab") == "is not a compiled time zone file")
    }
}
