import CZlib

/// The CRC-32 of bytes that come in pieces.
struct Checksum {
    private(set) var value: UInt32 = 0

    /// Adds a piece.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        let typed = base.assumingMemoryBound(to: UInt8.self)
        value = UInt32(truncatingIfNeeded: crc32_z(uLong(value), typed, bytes.count))
    }
}

/// A running unpacking by zlib.
///
/// One owner; about 40 KiB.
final class Inflater {
    /// What a packed stream is wrapped in.
    enum Wrapping {
        /// Nothing, as in a zip.
        case none
        /// A gzip header and trailer, which zlib checks.
        case gzip
    }

    /// How far one step led.
    enum Step: Hashable {
        /// It goes on.
        case goesOn
        /// The stream is at its end.
        case ended
        /// Nothing moved: there is no more input, or no room.
        case stuck
        /// The bytes are no such stream.
        case damaged
    }

    // zlib keeps the address of its stream, so the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    /// Begins a stream; nothing when there is no memory.
    init?(_ wrapping: Wrapping) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let bits: Int32 =
            switch wrapping {
            case .none: -MAX_WBITS
            case .gzip: MAX_WBITS + 16
            }
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, bits, ZLIB_VERSION, size) == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Begins anew with the next stream.
    func reset() {
        inflateReset(stream)
    }

    /// Unpacks as much as fits.
    ///
    /// - Parameters:
    ///   - input: packed bytes.
    ///   - output: where the unpacked ones go.
    /// - Returns: how many were used, how many came out, and how far that led.
    func step(
        from input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) -> (used: Int, made: Int, step: Step) {
        let inputCount = min(input.count, Int(Int32.max))
        let outputCount = min(output.count, Int(Int32.max))
        // zlib only reads what it takes as mutable.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        stream.pointee.avail_in = UInt32(inputCount)
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(outputCount)
        let status = inflate(stream, Z_NO_FLUSH)
        let used = inputCount - Int(stream.pointee.avail_in)
        let made = outputCount - Int(stream.pointee.avail_out)
        let step: Step =
            switch status {
            case Z_OK: .goesOn
            case Z_STREAM_END: .ended
            case Z_BUF_ERROR: .stuck
            default: .damaged
            }
        return (used, made, step)
    }
}
