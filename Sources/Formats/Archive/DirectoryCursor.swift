/// Reads the records of a directory one after the other, a piece of the file at a time.
struct DirectoryCursor {
    private static let pieceBytes = 256 << 10

    private let source: any ByteSource
    private let end: Int
    private let shift: Int
    /// Where the piece in hand begins.
    private var pieceStart: Int
    private var piece: [UInt8] = []
    private var place: Int

    init(_ source: any ByteSource, _ zipEnd: ZipEnd) {
        self.source = source
        place = zipEnd.directoryStart
        pieceStart = place
        end = zipEnd.directoryStart + zipEnd.directoryBytes
        shift = zipEnd.shift
    }

    /// The next record; nothing at the end.
    mutating func next() throws -> DirectoryEntry? {
        guard place < end else { return nil }
        let start = place
        let fixed = LittleEndianFields(try bytes(DirectoryEntry.fixedBytes))
        guard fixed.bytes.starts(with: [0x50, 0x4B, 1, 2]), let nameLength = fixed.short(28),
            let extraLength = fixed.short(30), let commentLength = fixed.short(32)
        else {
            // What is no record may be a signature of the directory, which nobody needs.
            if fixed.bytes.starts(with: [0x50, 0x4B, 5, 5]) { return nil }
            throw ArchiveFault.damaged("its directory cannot be read", at: start)
        }
        let length = DirectoryEntry.fixedBytes + nameLength + extraLength + commentLength
        let record = LittleEndianFields(try bytes(length))
        let entry = DirectoryEntry(
            record,
            nameLength: nameLength,
            extraLength: extraLength,
            shift: shift
        )
        guard let entry else {
            throw ArchiveFault.damaged("its directory cannot be read", at: start)
        }
        place += length
        return entry
    }

    /// Some bytes from the place on; fewer at the end of the directory.
    private mutating func bytes(_ count: Int) throws -> ArraySlice<UInt8> {
        let wanted = min(count, end - place)
        if place - pieceStart + wanted > piece.count {
            piece = try source.bytes(
                at: place,
                count: min(max(wanted, Self.pieceBytes), end - place)
            )
            pieceStart = place
        }
        let first = place - pieceStart
        return piece[first..<min(piece.count, first + wanted)]
    }
}
