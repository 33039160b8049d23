/// A FAT volume whose boot sector has been read and found consistent.
package struct FATVolume {
    /// What it lies on.
    package let source: any BlockSource
    let layout: FATLayout

    /// Opens a volume that begins at byte 0 of a source.
    ///
    /// - Throws: `damaged` or `unsupported` with the reason, `gone`.
    package init(_ source: any BlockSource) throws(DeviceError) {
        self.source = source
        let sector = SectorBytes(try source.readBytes(at: 0, count: 512))
        layout = try FATLayout(sector, byteCount: source.byteCount)
    }

    /// 12, 16 or 32.
    package var kind: Int { layout.kind.rawValue }

    /// The number that formatting drew, written as people know it, `5A3C-0001`.
    package var volumeSerial: String? {
        layout.serial.map { serial in
            let digits = String(serial, radix: 16, uppercase: true)
            let all = String(repeating: "0", count: 8 - digits.count) + digits
            return "\(all.prefix(4))-\(all.suffix(4))"
        }
    }
}
