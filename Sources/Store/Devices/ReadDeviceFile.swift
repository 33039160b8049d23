package import Model

/// A file of a device that was judged and need not be read again while its key stays the same.
package struct ReadDeviceFile: Hashable, Sendable {
    /// What it is known by.
    package let key: DeviceFileKey
    /// The SHA-256 of its content, 64 lower-case hexadecimal digits; nothing when it is not known.
    package let sha256: String?

    /// Describes a file.
    package init(key: DeviceFileKey, sha256: String? = nil) {
        self.key = key
        self.sha256 = sha256
    }
}
