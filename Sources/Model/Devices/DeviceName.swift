/// What a device is called for people: maker, product and serial number as the device tells them.
package struct DeviceName: Hashable, Sendable {
    /// The maker's name, where it is known.
    package let vendor: String?
    /// The name of the product, where it is known.
    package let product: String?
    /// The serial number, where it is known.
    package let serial: String?

    /// Makes a name of what is known.
    package init(vendor: String?, product: String?, serial: String? = nil) {
        self.vendor = vendor
        self.product = product
        self.serial = serial
    }

    /// Maker and product, `GARMIN eTrex 30`; control characters stand as they are.
    ///
    /// The maker is left out where the product begins with it.
    package var shown: String {
        let vendor = vendor ?? ""
        let product = product ?? ""
        let isRepeated = product.lowercased().hasPrefix(vendor.lowercased())
        let parts = (isRepeated ? [product] : [vendor, product]).filter { !$0.isEmpty }
        return parts.isEmpty ? "unknown device" : parts.joined(separator: " ")
    }

    /// Where a file of the device comes from, as a relative path that people are shown:
    /// `GARMIN eTrex 30 (0000E5F1A2B3)/GARMIN/GPX/Current.gpx`.
    ///
    /// Slashes in what the device calls itself become `-`, so that it can name no file of the
    /// machine. The volume stands before the path where there is one.
    package func place(of key: DeviceFileKey) -> String {
        let device = shown + (serial.map { " (\($0))" } ?? "")
        let volume = key.volume.isEmpty ? "" : Self.withoutSlashes(key.volume) + "/"
        return Self.withoutSlashes(device) + "/" + volume + key.path
    }

    private static func withoutSlashes(_ text: String) -> String {
        String(text.map { $0 == "/" ? "-" : $0 })
    }
}
