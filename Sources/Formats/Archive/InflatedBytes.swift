/// A packed file of an archive: a zip's entry, or what a gzip file holds.
///
/// Two buffers and zlib's window are all the memory it takes. A reader that goes back makes it begin
/// anew, which parsers do only to begin anew themselves.
final class InflatedBytes: MemberBytes {
    /// What tells its length and its checksum.
    enum Wrapping: Hashable {
        /// The directory of a zip.
        case zip(size: Int64, checksum: UInt32)
        /// The trailer of each of the streams of a gzip file, which may follow on one another.
        case gzip
    }

    private static let bufferBytes = 64 << 10

    private let source: any ByteSource
    private let range: PackedRange
    private let wrapping: Wrapping
    private let allowance: UnpackAllowance
    private var inflater: Inflater?
    /// Packed bytes, and which of them are still to be used.
    private var input: [UInt8]
    private var unused = 0..<0
    /// Where the packed bytes behind those in the buffer lie.
    private var inputPlace: Int
    private var hasInputEnded = false
    /// Unpacked bytes, and where they begin.
    private var output: [UInt8]
    private var outputCount = 0
    private var outputStart: Int64 = 0
    private var checksum = Checksum()
    private var hasEnded = false
    /// The length, once the end was reached.
    private var knownSize: Int64?
    /// How far anybody has read.
    private var furthest: Int64 = 0

    init(
        _ source: any ByteSource,
        _ range: PackedRange,
        wrapping: Wrapping,
        _ allowance: UnpackAllowance
    ) {
        self.source = source
        self.range = range
        self.wrapping = wrapping
        self.allowance = allowance
        inputPlace = range.start
        input = [UInt8](repeating: 0, count: Self.bufferBytes)
        output = [UInt8](repeating: 0, count: Self.bufferBytes)
    }

    var size: Int64 {
        switch wrapping {
        case .zip(let size, _): size
        case .gzip: knownSize ?? allowance.limits.unpackedBytes &+ 1
        }
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let offset = Int64(offset)
        guard offset >= 0, buffer.count > 0 else { return 0 }
        if offset < outputStart || inflater == nil { try restart() }
        while offset >= outputStart + Int64(outputCount) {
            guard !hasEnded else { return 0 }
            try unpackMore()
        }
        let first = Int(offset - outputStart)
        let count = min(buffer.count, outputCount - first)
        output.withUnsafeBytes { all in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[first..<first + count]))
        }
        return count
    }

    private func restart() throws(ArchiveFault) {
        guard let fresh = Inflater(wrapping == .gzip ? .gzip : .none) else {
            throw ArchiveFault("there is not enough memory to unpack it")
        }
        inflater = fresh
        inputPlace = range.start
        unused = 0..<0
        hasInputEnded = false
        outputStart = 0
        outputCount = 0
        checksum = Checksum()
        hasEnded = false
    }

    // MARK: - Unpacking

    /// How many packed bytes were used.
    private var usedBytes: Int { inputPlace - range.start - unused.count }

    /// Unpacks the next piece in the place of the last.
    private func unpackMore() throws {
        outputStart += Int64(outputCount)
        outputCount = 0
        while outputCount == 0, !hasEnded {
            try refill()
            switch step() {
            case .goesOn: break
            case .ended: try endStream()
            case .stuck where hasInputEnded: throw broken()
            case .stuck: break
            case .damaged: throw unreadable()
            }
        }
        try account()
        try finishWhenWhole()
        if hasEnded { try conclude() }
    }

    /// Goes on to the end of the stream once all bytes are there that the directory promised.
    ///
    /// Nobody asks for what lies behind them, and the checksum is looked at in the end.
    private func finishWhenWhole() throws {
        guard case .zip(let size, _) = wrapping else { return }
        guard outputStart + Int64(outputCount) == size else { return }
        let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 16, alignment: 16)
        defer { scratch.deallocate() }
        while !hasEnded {
            try refill()
            let (made, step) = step(into: scratch)
            guard made == 0 else { throw tooLong() }
            switch step {
            case .goesOn: break
            case .ended: hasEnded = true
            case .stuck where hasInputEnded: throw broken()
            case .stuck: break
            case .damaged: throw unreadable()
            }
        }
    }

    private func step(
        into buffer: UnsafeMutableRawBufferPointer
    ) -> (made: Int, step: Inflater.Step) {
        guard let inflater else { return (0, .damaged) }
        let result = input.withUnsafeBytes { packed in
            inflater.step(from: UnsafeRawBufferPointer(rebasing: packed[unused]), into: buffer)
        }
        unused = (unused.lowerBound + result.used)..<unused.upperBound
        return (result.made, result.step)
    }

    private func step() -> Inflater.Step {
        // The buffer is lent out while the step changes this object.
        var lent: [UInt8] = []
        swap(&lent, &output)
        defer { swap(&lent, &output) }
        let result = lent.withUnsafeMutableBytes { step(into: $0) }
        outputCount = result.made
        return result.step
    }

    private func refill() throws {
        guard unused.isEmpty, !hasInputEnded else { return }
        let wanted = min(Self.bufferBytes, range.end - inputPlace)
        let place = inputPlace
        let count = try input.withUnsafeMutableBytes { buffer in
            try source.fill(UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]), at: place)
        }
        unused = 0..<count
        inputPlace += count
        hasInputEnded = count < Self.bufferBytes
    }

    /// One stream is at its end; behind one of gzip there may be another, or padding.
    private func endStream() throws {
        guard wrapping == .gzip else {
            hasEnded = true
            return
        }
        while true {
            try refill()
            while let first = unused.first, input[first] == 0 { unused = unused.dropFirst() }
            if unused.isEmpty, hasInputEnded {
                hasEnded = true
                return
            }
            if let first = unused.first {
                guard input[first] == 0x1F else {
                    throw ArchiveFault.damaged("something else follows on its end", at: nearby)
                }
                inflater?.reset()
                return
            }
        }
    }

    // MARK: - Limits and checks

    private func account() throws(ArchiveFault) {
        let made = outputStart + Int64(outputCount)
        output.withUnsafeBytes {
            if wrapping != .gzip {
                checksum.add(UnsafeRawBufferPointer(rebasing: $0[..<outputCount]))
            }
        }
        if made > furthest {
            try allowance.spend(made - furthest)
            furthest = made
        }
        if case .zip(let size, _) = wrapping, made > size { throw tooLong() }
        try allowance.judge(unpacked: made, of: Int64(usedBytes))
    }

    private func conclude() throws(ArchiveFault) {
        let made = outputStart + Int64(outputCount)
        knownSize = made
        guard case .zip(let size, let expected) = wrapping else { return }
        guard made == size, usedBytes == range.count else {
            throw ArchiveFault.damaged(
                "a file in it is shorter than the directory says",
                at: nearby
            )
        }
        guard checksum.value == expected else {
            throw ArchiveFault.damaged("the checksum of a file in it is wrong", at: range.start)
        }
    }

    private func broken() -> ArchiveFault {
        switch wrapping {
        case .gzip: .truncated(at: nearby)
        case .zip: .damaged("what is packed in it breaks off", at: nearby)
        }
    }

    private func unreadable() -> ArchiveFault {
        .damaged("what is packed in it cannot be unpacked", at: nearby)
    }

    private func tooLong() -> ArchiveFault {
        .damaged("a file in it is longer than the directory says", at: nearby)
    }

    private var nearby: Int { range.start + usedBytes }
}
