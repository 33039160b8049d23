extension DeviceIdentity {
    /// What a ledger knows it by, never empty: the serial number, else the ids, else the name.
    package var key: String {
        if let serial, !serial.isEmpty { return serial }
        guard let vendorID, let productID else { return name }
        return "\(vendorID.fourDigits):\(productID.fourDigits)"
    }
}
