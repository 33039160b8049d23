/// What a device says of itself: the DeviceInfo dataset (PIMA 15740:2000 §5.5.1, MTP 1.1 §5.1.1).
package struct MTPDeviceInfo: Hashable, Sendable {
    /// The maker, such as `Garmin`; empty when the device does not say.
    package let manufacturer: String
    /// The model, such as `Forerunner 255`; empty when the device does not say.
    package let model: String
    /// The version of its software; empty when the device does not say.
    package let version: String
    /// The serial number, for Garmin the unit's number in hexadecimal; empty when it has none.
    package let serialNumber: String
    /// The codes of the operations that it offers.
    let operations: Set<UInt16>

    /// Reads a DeviceInfo dataset.
    ///
    /// - Throws: `damaged` when it ends before the list of operations does.
    init(_ dataset: [UInt8]) throws(DeviceError) {
        var reader = MTPReader(dataset, of: "DeviceInfo")
        try reader.skip(2)  // Version of the standard.
        try reader.skip(4 + 2)  // Vendor extension and its version.
        _ = try reader.string()  // Description of the extension.
        try reader.skip(2)  // Functional mode.
        // Every code of 16 bits once is the most that can be meant.
        let limit = 65_536
        operations = Set(try reader.array(of: UInt16.self, limit: limit))
        // Events, device properties, capture formats, playback formats.
        for _ in 0..<4 where !reader.isAtEnd { _ = try reader.array(of: UInt16.self, limit: limit) }
        manufacturer = try reader.stringIfPresent()
        model = try reader.stringIfPresent()
        version = try reader.stringIfPresent()
        serialNumber = try reader.stringIfPresent()
    }

    /// Whether the device offers an operation.
    func offers(_ operation: MTPOperation) -> Bool { operations.contains(operation.rawValue) }
}
