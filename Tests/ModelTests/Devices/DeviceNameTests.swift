import Model
import Testing

@Suite("The names of devices")
struct DeviceNameTests {
    private func key(_ path: String, volume: String = "") -> DeviceFileKey {
        DeviceFileKey(serial: "E5F1", volume: volume, path: path, size: 1, time: "1")
    }

    @Test("A name says maker and product, each once, as far as they are known")
    func shown() {
        let cases: [(vendor: String?, product: String?, shown: String)] = [
            ("GARMIN", "eTrex 30", "GARMIN eTrex 30"),
            ("Garmin", "GARMIN Edge 840", "GARMIN Edge 840"),
            (nil, "HJ-720IT", "HJ-720IT"), ("Omron", nil, "Omron"), ("Omron", "", "Omron"),
            (nil, nil, "unknown device"), ("", "", "unknown device"),
        ]
        for (vendor, product, shown) in cases {
            #expect(DeviceName(vendor: vendor, product: product).shown == shown)
        }
    }

    @Test("A file's place names the device, its volume and the path")
    func place() {
        let etrex = DeviceName(vendor: "GARMIN", product: "eTrex 30", serial: "0000E5F1A2B3")
        #expect(
            etrex.place(of: key("GARMIN/GPX/Current.gpx"))
                == "GARMIN eTrex 30 (0000E5F1A2B3)/GARMIN/GPX/Current.gpx"
        )
        #expect(
            etrex.place(of: key("a.csv", volume: "SD")) == "GARMIN eTrex 30 (0000E5F1A2B3)/SD/a.csv"
        )
        #expect(
            DeviceName(vendor: nil, product: "stick").place(of: key("a.csv")) == "stick/a.csv"
        )
    }

    @Test("A device that calls itself a path of the machine is no such path")
    func hostileName() {
        let hostile = DeviceName(vendor: "/home/me", product: "Walks", serial: "../1")
        #expect(
            hostile.place(of: key("a.csv", volume: "/x")) == "-home-me Walks (..-1)/-x/a.csv"
        )
    }
}
