import Devices

/// A device of any length of which only the sectors that were written take memory; the others are
/// zeros.
final class SparseBlocks: BlockSource {
    var byteCount: Int64
    /// What every reading throws from now on.
    var failure: DeviceError?
    /// The most bytes that one reading gives.
    var readLimit = Int.max
    /// How many readings there were.
    private(set) var readings = 0

    private var sectors: [Int64: [UInt8]] = [:]

    init(byteCount: Int64) {
        self.byteCount = byteCount
    }

    func read(
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        readings += 1
        if let failure { throw failure }
        guard offset >= 0, offset < byteCount else { return 0 }
        let count = Int(min(Int64(min(buffer.count, readLimit)), byteCount - offset))
        var done = 0
        while done < count {
            let place = offset + Int64(done)
            let inSector = Int(place % 512)
            let length = min(512 - inSector, count - done)
            let part = UnsafeMutableRawBufferPointer(rebasing: buffer[done..<done + length])
            if let sector = sectors[place / 512] {
                part.copyBytes(from: sector[inSector..<inSector + length])
            } else {
                part.initializeMemory(as: UInt8.self, repeating: 0)
            }
            done += length
        }
        return count
    }

    /// Writes bytes; what lies behind the end is written too, and counts when the end moves.
    func write(_ bytes: [UInt8], at offset: Int64) {
        var done = 0
        while done < bytes.count {
            let place = offset + Int64(done)
            let inSector = Int(place % 512)
            let length = min(512 - inSector, bytes.count - done)
            sectors[place / 512, default: [UInt8](repeating: 0, count: 512)]
                .replaceSubrange(inSector..<inSector + length, with: bytes[done..<done + length])
            done += length
        }
    }

    /// The first bytes as an array.
    func bytes(count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        for (number, sector) in sectors {
            let start = Int(number) * 512
            guard start < count else { continue }
            let length = min(512, count - start)
            bytes.replaceSubrange(start..<start + length, with: sector[..<length])
        }
        return bytes
    }
}
