import Model

/// One record of 32 bytes in a folder that names a file or a folder.
struct FATRecord {
    private let bytes: SectorBytes

    init(_ bytes: SectorBytes) {
        self.bytes = bytes
    }

    /// How long a record is.
    static let byteCount = 32

    /// Whether neither it nor anything behind it was ever used.
    var isEnd: Bool { bytes.byte(0) == 0 }
    /// Whether it was deleted.
    var isDeleted: Bool { bytes.byte(0) == 0xE5 }
    /// Whether it is a piece of a long name.
    var isLongNamePiece: Bool { bytes.byte(11) & 0x3F == 0x0F }
    /// Whether it is the label of the volume.
    var isLabel: Bool { !isLongNamePiece && bytes.byte(11) & 0x08 != 0 }
    /// Whether it is a folder.
    var isFolder: Bool { bytes.byte(11) & 0x10 != 0 }

    /// Whether it is the `.` or `..` that a folder begins with.
    var isDots: Bool {
        bytes.hasText(".          ", at: 0) || bytes.hasText("..         ", at: 0)
    }

    /// The 11 bytes of name and extension.
    var nameBytes: [UInt8] { bytes.part(at: 0, count: 11).array }
    /// The flags in which Windows NT keeps that a short name is in lower case.
    var caseFlags: UInt8 { bytes.byte(12) }
    /// The length in bytes.
    var size: UInt32 { bytes.double(28) }

    /// The first cluster, not yet checked; the upper half counts only in FAT32.
    func firstCluster(_ kind: FATLayout.Kind) -> UInt32 {
        let upper = kind == .fat32 ? UInt32(bytes.word(20) & 0x0FFF) << 16 : 0
        return upper | UInt32(bytes.word(26))
    }

    /// When it was changed, in steps of two seconds; nothing when that is no time.
    var modified: WallTime? {
        let date = Int(bytes.word(24))
        let time = Int(bytes.word(22))
        let (hour, minute, second) = (time >> 11, time >> 5 & 63, (time & 31) * 2)
        guard hour < 24, minute < 60, second < 60,
            let day = CivilDay(
                year: 1980 + date >> 9,
                month: date >> 5 & 15,
                day: date & 31
            )
        else { return nil }
        let milliseconds = ((hour * 60 + minute) * 60 + second) * 1000
        return WallTime(day: day, millisecondOfDay: Int32(milliseconds))
    }

    /// The place of a piece of a long name, from 1; larger than 20 is none.
    var pieceNumber: Int { Int(bytes.byte(0) & 0x3F) }
    /// Whether a piece is the last of its name, which stands first.
    var isLastPiece: Bool { bytes.byte(0) & 0x40 != 0 }
    /// The check number of the short name that a piece belongs to.
    var pieceCheck: UInt8 { bytes.byte(13) }

    /// The 13 units of UTF-16 of a piece.
    var pieceUnits: [UInt16] {
        let places = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30]
        return places.map { bytes.word($0) }
    }
}
