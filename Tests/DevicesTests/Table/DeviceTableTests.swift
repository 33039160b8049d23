import Devices
import LinuxSystem
import TestSupport
import Testing

@Suite("The device table")
struct DeviceTableTests {
    private let table = DeviceTable.known

    @Test(
        "Each known number has its family and reading",
        arguments: [
            (0x0590, 0x0028, "omron", "omron"),
            (0x0590, 0x0095, "omron", "nothing"),
            (0x0590, 0x0090, "omron", "nothing"),
            (0x091E, 0x0003, "garmin", "starting"),
            (0x091E, 0x4F98, "garmin", "files"),
            (0x091E, 0xFFFF, "garmin", "starting"),
            (0x0C45, 0x70C1, "crivit", "nothing"),
            (0x1390, 0x7474, "tomtom", "nothing"),
            (0x1390, 0x7477, "tomtom", "nothing"),
            (0x1493, 0x0010, "suunto", "nothing"),
            (0x1493, 0x001E, "suunto", "nothing"),
            (0x0DA4, 0x0008, "polar", "nothing"),
            (0x0DA4, 0x0014, "polar", "files"),
            (0x11AC, 0x6565, "nike", "nothing"),
            (0x0CC2, 0xC700, "timex", "nothing"),
            (0x283E, 0x001E, "decathlon", "files"),
            (0x067B, 0x2303, "decathlon", "sharedChip"),
            (0x2687, 0xFB01, "fitbit", "nothing"),
            (0x10C4, 0x84C4, "fitbit", "nothing"),
            (0x0FCF, 0x1004, "ant", "nothing"),
            (0x0FCF, 0x1008, "ant", "nothing"),
            (0x0FCF, 0x1009, "ant", "nothing"),
        ]
    )
    func rows(vendorID: UInt16, productID: UInt16, page: String, reading: String) {
        let match = table.match(vendorID: vendorID, productID: productID)
        #expect(match?.family.page == page)
        #expect(match.map { word($0.row.reading) } == reading)
    }

    @Test("What no row names is unknown")
    func unknown() {
        #expect(table.match(vendorID: 0x046D, productID: 0xC31C) == nil)
        #expect(table.match(vendorID: 0x1390, productID: 0x7478) == nil)
    }

    @Test("No number stands in two rows")
    func unique() {
        var seen: Set<String> = []
        for row in table.families.flatMap(\.rows) {
            switch row.products {
            case .others:
                #expect(seen.insert("\(row.vendorID) others").inserted)
            case .listed(let products):
                #expect(!products.isEmpty)
                for product in products {
                    #expect(seen.insert("\(row.vendorID) \(product)").inserted)
                }
            }
        }
    }

    @Test("What is not read has one sentence: why, and what to do instead")
    func sentences() {
        for row in table.families.flatMap(\.rows) {
            switch row.reading {
            case .nothing(let text), .sharedChip(let text), .starting(let text):
                #expect(text.contains("; "))
                #expect(text.last != ".")
            case .files, .omron: break
            }
        }
    }

    @Test("Each family has its page with the same headings, and the index names it")
    func pages() throws {
        let folder = repository.appending("docs").appending("devices")
        let index = try text(of: folder.appending("README.md"))
        for family in table.families {
            let page = try text(of: folder.appending("\(family.page).md"))
            let headings = page.split(separator: "\n").filter { $0.hasPrefix("#") }
            #expect(headings.first?.hasPrefix("# ") == true)
            #expect(
                headings.dropFirst() == [
                    "## What it is",
                    "## How it shows itself",
                    "## What Amble reads",
                    "## What to do when it is not read",
                    "## Where the facts come from",
                ]
            )
            #expect(index.contains("[\(family.name)](\(family.page).md)"))
        }
    }

    @Test("Each page names every number of its family")
    func numbers() throws {
        let folder = repository.appending("docs").appending("devices")
        for family in table.families where family.page != "garmin" {
            let page = try text(of: folder.appending("\(family.page).md"))
            for row in family.rows {
                guard case .listed(let products) = row.products else { continue }
                for product in products {
                    #expect(page.contains(hexadecimal(row.vendorID) + ":" + hexadecimal(product)))
                }
            }
        }
    }

    private func word(_ reading: DeviceRow.Reading) -> String {
        switch reading {
        case .files: "files"
        case .omron: "omron"
        case .starting: "starting"
        case .nothing: "nothing"
        case .sharedChip: "sharedChip"
        }
    }

    private func hexadecimal(_ number: UInt16) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}

/// Where the project lies, seen from this file.
let repository = FilePath(#filePath).parent.parent.parent.parent
