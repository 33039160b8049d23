/// One stay of one readable thing at this machine: a volume, or a USB device.
///
/// The same tracker plugged in again has another one, and so has another card in the same reader.
package struct AttachmentID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Its folder in sysfs.
    package let syspath: String
    /// What tells this stay from others at the same place: `DISKSEQ`, or bus and device number.
    package let occurrence: String

    /// Makes an id.
    package init(syspath: String, occurrence: String) {
        self.syspath = syspath
        self.occurrence = occurrence
    }

    /// The stay of a disk by its `DISKSEQ`.
    static func occurrence(diskSequence text: String) -> String { diskPrefix + text }

    /// The `DISKSEQ` of the stay; nothing where bus and device number tell it.
    var diskSequence: UInt64? {
        occurrence.hasPrefix(Self.diskPrefix)
            ? UInt64(occurrence.dropFirst(Self.diskPrefix.count)) : nil
    }

    private static let diskPrefix = "diskseq "

    package static func < (left: AttachmentID, right: AttachmentID) -> Bool {
        (left.syspath, left.occurrence) < (right.syspath, right.occurrence)
    }

    /// The short name for journals: `sdb1 (diskseq 12)`.
    package var description: String {
        "\(syspath.split(separator: "/").last ?? "?") (\(occurrence))"
    }
}
