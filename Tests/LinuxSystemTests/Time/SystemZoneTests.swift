import TestSupport
import Glibc
@testable import LinuxSystem
import Testing

struct SystemZoneTests {
    private let nowhere = FilePath("/nowhere/at/all")

    @Test func `the variable names the zone, with a colon or a path too`() {
        for value in ["Europe/Oslo", ":Europe/Oslo", "/usr/share/zoneinfo/Europe/Oslo"] {
            #expect(SystemZone.name(variable: value, link: nowhere, text: nowhere) == "Europe/Oslo")
        }
        #expect(SystemZone.name(variable: "", link: nowhere, text: nowhere) == "UTC")
    }

    @Test func `a variable that names no zone is told as it is, not passed over`() throws {
        try withTemporaryFolder { folder throws in
            let link = folder.appending("localtime")
            makeLink(link, to: "/usr/share/zoneinfo/Asia/Tokyo")
            for value in ["CET-1CEST", "../../etc/passwd", "No/Such"] {
                #expect(SystemZone.name(variable: value, link: link, text: nowhere) == value)
            }
        }
    }

    @Test func `the link tells, also by way of a variant`() throws {
        try withTemporaryFolder { folder throws in
            let link = folder.appending("localtime")
            makeLink(link, to: "../usr/share/zoneinfo/posix/America/Argentina/Ushuaia")
            let name = SystemZone.name(variable: nil, link: link, text: nowhere)
            #expect(name == "America/Argentina/Ushuaia")
        }
    }

    @Test func `a copied zone file leaves it to the text file`() throws {
        try withTemporaryFolder { folder in
            let (link, file) = (folder.appending("localtime"), folder.appending("timezone"))
            try makeFile(link, "TZif2")
            try makeFile(file, "Europe/Oslo\n")
            #expect(SystemZone.name(variable: nil, link: link, text: file) == "Europe/Oslo")
            try makeFile(file, "../shadow\n")
            #expect(SystemZone.name(variable: nil, link: link, text: file) == "UTC")
        }
    }

    @Test func `a machine that says nothing is in UTC`() {
        #expect(SystemZone.name(variable: nil, link: nowhere, text: nowhere) == "UTC")
    }

    @Test func `this machine has a name that the database knows`() throws {
        #expect(try SystemZone.contents(of: SystemZone.name()).starts(with: Array("TZif".utf8)))
    }

    @Test(arguments: [
        "", "/etc/passwd", "../../../etc/passwd", "Europe/../Europe/Oslo", "Europe//Oslo",
        "Europe/Oslo/", ".", ".git",
    ])
    func `names that lead elsewhere are refused`(name: String) {
        let error = #expect(throws: SystemError.self) { try SystemZone.contents(of: name) }
        #expect(error?.code == EINVAL)
    }

    @Test(arguments: ["Mars/Olympus", "Europe"])
    func `unknown zones and folders of zones are missing`(name: String) {
        let error = #expect(throws: SystemError.self) { try SystemZone.contents(of: name) }
        #expect(error?.isMissing == true)
    }
}
