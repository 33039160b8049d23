import Devices
import LinuxSystem
import TestSupport
import Testing

@Suite("The udev rules")
struct UdevRulesTests {
    private var rules: String {
        get throws {
            try text(of: repository.appending("systemd").appending("70-amble.rules"))
        }
    }

    @Test("The file is what the table makes")
    func file() throws {
        #expect(try rules == UdevRules.text(.known))
    }

    @Test("Every line gives to the group amble alone, and disks for reading only")
    func grants() throws {
        let lines = try rules.split(separator: "\n").filter { $0.contains("MODE=") }
        #expect(lines.count == 5)
        for line in lines {
            #expect(line.contains(#"GROUP="amble""#))
            let isBlock = line.contains(#"SUBSYSTEM=="block""#)
            #expect(line.contains(isBlock ? #"MODE="0640""# : #"MODE="0660""#))
            #expect(line.contains("uaccess") == !isBlock)
            #expect(!isBlock || line.contains(#"ENV{ID_BUS}=="usb""#))
        }
    }

    @Test("A pedometer of the table gets its line, and nothing that is not read gets one")
    func pedometers() {
        let row = DeviceRow(
            0x00AB,
            .listed([0x0C]),
            vendor: "Maker",
            product: "Steps",
            .hid,
            .omron
        )
        let text = UdevRules.text(
            DeviceTable(families: [DeviceFamily(page: "maker", name: "Maker", rows: [row])])
        )
        #expect(text.contains(#"ATTR{idVendor}=="00ab", ATTR{idProduct}=="000c""#))
        #expect(!UdevRules.text(.known).contains("fb01"))
    }

    @Test("Every device that is read by a protocol of its own is let in by the unit")
    func unit() throws {
        let unit = try text(of: repository.appending("systemd").appending("ambled.service"))
        let lines = unit.split(separator: "\n")
        for line in [
            "DevicePolicy=closed", "DeviceAllow=block-sd r", "DeviceAllow=char-usb_device rw",
            "RestrictAddressFamilies=AF_UNIX AF_NETLINK", "IPAddressDeny=any",
            "Wants=modprobe@sd_mod.service", "After=modprobe@sd_mod.service",
        ] {
            #expect(lines.contains { $0 == line })
        }
        // With these nothing on USB would ever be noticed or opened (USB.md §5, traps 1 and 4).
        for key in ["PrivateNetwork=", "PrivateDevices="] {
            #expect(!lines.contains { $0.hasPrefix(key) })
        }
    }
}
