extension DeviceIdentity {
    /// What a ledger knows it by, never empty: the serial number, else the ids, else the name.
    package var key: String {
        if let serial, !serial.isEmpty { return serial }
        guard let vendorID, let productID else { return name }
        return "\(DeviceIdentity.hexadecimal(vendorID)):\(DeviceIdentity.hexadecimal(productID))"
    }

    private static func hexadecimal(_ id: UInt16) -> String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
