import Model

/// What the records of a folder say, taken up record by record.
struct FATFolder {
    private let path: [String]
    private let kind: FATLayout.Kind
    private var longName = FATLongName()
    private var records = 0

    /// The entries so far.
    private(set) var entries: [TreeEntry] = []
    /// The label of the volume, when it stands here.
    private(set) var label: String?
    /// Whether everything was seen.
    private(set) var isAtEnd = false

    /// The most records of a folder (the FAT specification: 2 MiB of 32 bytes).
    static let recordLimit = 65_536

    init(path: [String], kind: FATLayout.Kind) {
        self.path = path
        self.kind = kind
    }

    /// Takes the records of a piece of the folder.
    ///
    /// - Parameters:
    ///   - bytes: whole records.
    ///   - start: the place of the first byte on the volume, which makes the handles.
    /// - Throws: `damaged` when there are too many.
    mutating func add(_ bytes: SectorBytes, at start: Int64) throws(DeviceError) {
        for offset in stride(from: 0, to: bytes.count, by: FATRecord.byteCount) where !isAtEnd {
            guard records < FATFolder.recordLimit else {
                throw .damaged("it has more than \(FATFolder.recordLimit) records")
            }
            records += 1
            let record = FATRecord(bytes.part(at: offset, count: FATRecord.byteCount))
            add(record, at: start + Int64(offset))
        }
    }

    private mutating func add(_ record: FATRecord, at place: Int64) {
        if record.isEnd {
            isAtEnd = true
        } else if record.isDeleted || record.isDots {
            longName.reset()
        } else if record.isLongNamePiece {
            longName.add(record)
        } else if record.isLabel {
            longName.reset()
            let text = FATShortName.text(record.nameBytes.withoutSpacesAtEnd)
            label = label ?? (text.isEmpty ? nil : text)
        } else {
            entries.append(entry(record, at: place))
        }
    }

    private mutating func entry(_ record: FATRecord, at place: Int64) -> TreeEntry {
        let name =
            longName.take(for: record.nameBytes)
            ?? FATShortName.text(record.nameBytes, caseFlags: record.caseFlags)
        return TreeEntry(
            path: path + [name],
            kind: record.isFolder ? .folder : .file,
            size: record.isFolder ? 0 : Int64(record.size),
            modified: record.modified.map { .wall($0) },
            handle: FATHandle(place: place, cluster: record.firstCluster(kind)).number
        )
    }
}
