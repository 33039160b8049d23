import Model

extension TreeEntry {
    /// What the ledger knows the file by on a volume of a device.
    func key(serial: String, volume: String) -> DeviceFileKey {
        DeviceFileKey(
            serial: serial,
            volume: volume,
            path: path.joined(separator: "/"),
            size: size,
            time: stamp
        )
    }

    /// The time as text that does not change with zones or versions.
    private var stamp: String {
        switch modified {
        case .wall(let time): "\(time.day) \(time.millisecondOfDay)"
        case .instant(let instant): "\(instant.milliseconds)"
        case nil: ""
        }
    }
}
