/// What a file of a device is known by before it is read: the device, the place, size and time
/// (USB.md §9).
///
/// An equal key means an unchanged file, so a second plug-in of an unchanged device costs its
/// listings and nothing else. The hash of the content decides wherever the key is new.
package struct DeviceFileKey: Hashable, Sendable {
    /// What the device is known by: its serial number.
    package let serial: String
    /// What tells the volumes or storages of one device apart; empty where there is only one.
    package let volume: String
    /// The names from the root to the file, with `/` between them.
    package let path: String
    /// The length in bytes.
    package let size: Int64
    /// The time of the last change as a stable text, such as `2026-11-21 25323000` of a clock on the
    /// wall or `1795262400000` of a moment; empty where the device does not say.
    package let time: String

    /// Makes a key of its parts.
    package init(serial: String, volume: String, path: String, size: Int64, time: String) {
        self.serial = serial
        self.volume = volume
        self.path = path
        self.size = size
        self.time = time
    }

    /// Whether an equal key proves an unchanged file.
    ///
    /// Without a time an equal size proves nothing: a log of fixed length is written round and
    /// round. Such a file is read at every plug-in and known by its hash then.
    package var isProof: Bool { !time.isEmpty }
}
