import Model
import Testing

@testable import Summary

@Suite struct DevicesPageTests {
    private func lines(_ devices: [DeviceRow], style: PageStyle = .plain) -> [String] {
        DevicesPage.lines(devices, home: Example.home, style: style)
    }

    private let etrex = DeviceRow(
        vendor: "GARMIN",
        product: "eTrex 30",
        serial: "0000E5F1A2B3",
        how: "files",
        isPresent: true,
        state: .read,
        lastSync: Example.at("06:02:03.530")
    )

    @Test func `every device is a line, what is wrong and what to do stand below it`() {
        let omron = DeviceRow(
            vendor: "Omron",
            product: "HJ-720IT",
            how: "omron",
            isPresent: true,
            state: .forbidden,
            message: "this user may not open /dev/bus/usb/001/004",
            advice: "install 70-amble.rules and plug it in again"
        )
        #expect(
            lines([etrex, omron]) == [
                "GARMIN eTrex 30  0000E5F1A2B3  files  up to date   last sync 2026-11-21 07:02",
                "Omron HJ-720IT                 omron  not allowed  never synced",
                "  this user may not open /dev/bus/usb/001/004",
                "  install 70-amble.rules and plug it in again",
            ]
        )
    }

    @Test func `a device that is away is not plugged in, and keeps what it said`() {
        var away = etrex
        away.isPresent = false
        away.state = .partly
        away.message = "the folder a was left out"
        #expect(
            lines([away]) == [
                "GARMIN eTrex 30  0000E5F1A2B3  files  not plugged in  last sync 2026-11-21 07:02",
                "  the folder a was left out",
            ]
        )
    }

    @Test func `a vendor that the product names is said once, and no name is said so`() {
        let repeated = DeviceRow(
            vendor: "Garmin",
            product: "GARMIN Edge 840",
            isPresent: true,
            state: .reading
        )
        let unnamed = DeviceRow(isPresent: true, state: .waiting)
        #expect(
            lines([repeated, unnamed]) == [
                "GARMIN Edge 840  being read                never synced",
                "unknown device   plugged in, not read yet  never synced",
            ]
        )
    }

    @Test func `names are harmless, and no devices are a word`() {
        let odd = DeviceRow(
            product: "\u{1B}[2J",
            isPresent: true,
            state: .failed,
            message: "it said \u{7}"
        )
        #expect(
            lines([odd]) == [
                "\\u{1b}[2J  could not be read  never synced", "  it said \\u{7}",
            ]
        )
        #expect(lines([]) == ["No devices."])
    }

    @Test func `long advice is wrapped to the terminal`() {
        var device = etrex
        device.advice = "unmount it in the file manager and plug it in once more"
        let narrow = PageStyle(usesColor: false, showsBars: false, width: 40)
        #expect(
            lines([device], style: narrow).dropFirst() == [
                "  unmount it in the file manager and", "  plug it in once more",
            ]
        )
    }

    @Test func `a row out of the ledger has what the ledger has`() {
        let seen = SeenDevice(
            serial: "0000E5F1A2B3",
            vendor: "GARMIN",
            product: "eTrex 30",
            how: "files",
            firstSeen: Example.at("01:00:00.000"),
            lastSeen: Example.at("06:00:00.000"),
            lastSync: Example.at("06:02:03.530"),
            state: .read
        )
        #expect(DeviceRow(seen, isPresent: true) == etrex)
    }
}
