/// How much an archive may hold; beyond that it is refused.
///
/// The reasons for the numbers stand in docs/decisions/0014-archives.md.
package struct ArchiveLimits: Hashable, Sendable {
    /// Files and folders of one archive.
    var entries = 100_000
    /// Bytes of the directory of a zip.
    var directoryBytes = 32 << 20
    /// Bytes that are unpacked of one archive, and of those in it, in all.
    var unpackedBytes: Int64 = 16 << 30
    /// How many times longer than its packed form a file may be.
    var ratio: Int64 = 500
    /// Below this length the ratio does not matter.
    var ratioFreeBytes: Int64 = 64 << 20

    /// The limits of the daemon.
    package init() {}
}

/// What may still be unpacked of one archive and of the archives in it.
///
/// One intake owns it.
package final class UnpackAllowance {
    let limits: ArchiveLimits
    private var remaining: Int64

    /// Allows what the limits say.
    package init(_ limits: ArchiveLimits = ArchiveLimits()) {
        self.limits = limits
        remaining = limits.unpackedBytes
    }

    /// Notes bytes that were unpacked for the first time.
    func spend(_ bytes: Int64) throws(ArchiveFault) {
        guard bytes <= remaining else {
            throw ArchiveFault(
                "more than \(shown(limits.unpackedBytes)) come out of the archive, more than of any"
                    + " export; unpack it yourself and drop the files you trust"
            )
        }
        remaining -= max(0, bytes)
    }

    /// Judges how much came out of how much.
    func judge(unpacked: Int64, of packed: Int64) throws(ArchiveFault) {
        guard unpacked > limits.ratioFreeBytes else { return }
        guard unpacked / max(1, packed) > limits.ratio else { return }
        throw ArchiveFault(
            "it unpacks to more than \(limits.ratio) times its size, as no export does; unpack it"
                + " yourself and drop it if you trust it"
        )
    }

    private func shown(_ bytes: Int64) -> String {
        bytes >= 1 << 30 ? "\(bytes >> 30) GiB" : "\(bytes) bytes"
    }
}
