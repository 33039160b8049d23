import LinuxSystem
import TestSupport
import Testing

@testable import Devices

@Suite("Who holds a USB device")
struct USBHolderTests {
    private static let node = FilePath("/dev/bus/usb/001/004")

    /// A table of processes: number, name, and what each has open.
    private func holder(
        _ processes: [(number: Int, name: String, open: [String])]
    ) throws -> String? {
        try withTemporaryFolder { folder in
            for process in processes {
                let place = folder.appending(String(process.number))
                try Folder.make(place)
                try Folder.make(place.appending("fd"))
                try makeFile(place.appending("comm"), process.name + "\n")
                for (number, target) in process.open.enumerated() {
                    makeLink(place.appending("fd").appending(String(number)), to: target)
                }
            }
            try makeFile(folder.appending("uptime"), "1 1\n")
            return USBHolder.name(of: Self.node, processes: folder, own: 7)
        }
    }

    @Test(
        "File managers and udev's probe are told by the names that people know",
        arguments: [
            ("gvfsd-mtp", "the desktop's file manager (gvfs)"),
            ("gvfs-gphoto2-vo", "the desktop's file manager (gvfs)"),
            ("kiod5", "KDE's file manager"), ("kioworker", "KDE's file manager"),
            ("mtp-probe", "udev's probe for MTP"), ("jmtpfs", "the program jmtpfs"),
            ("e\u{202E}vil\u{7}", "the program e vil"),
        ]
    )
    func names(name: String, expected: String) throws {
        #expect(try holder([(40, name, ["/dev/null", "/dev/bus/usb/001/004"])]) == expected)
    }

    @Test(
        "One that is known goes before a stranger; this process and other devices count for nothing"
    )
    func order() throws {
        let node = "/dev/bus/usb/001/004"
        #expect(
            try holder([(9, "usbview", [node]), (100, "gvfsd-mtp", [node])])
                == "the desktop's file manager (gvfs)"
        )
        #expect(try holder([(9, "b", [node]), (10, "a", [node])]) == "the program b")
        #expect(try holder([(7, "ambled", [node]), (8, "other", ["\(node)0"])]) == nil)
    }

    @Test("Without a holder the words name the likeliest one")
    func likeliest() {
        #expect(
            DeviceError.busy(holder: nil).description
                == "the desktop's file manager (gvfs or KDE) most likely holds it"
        )
    }
}
