/// What begins like a file system that is known but not read.
enum ForeignFileSystem: String {
    case exFAT
    case ntfs = "NTFS"
    case ext = "ext2, ext3 or ext4"

    /// How many bytes from the beginning it takes to tell.
    static let byteCount = 2048

    /// Recognises one by its first bytes.
    ///
    /// The mark of ext is two bytes that may just as well stand in the table of clusters of a FAT
    /// volume, which begins before them; ext itself never begins like FAT.
    init?(_ beginning: SectorBytes) {
        if beginning.hasText("EXFAT   ", at: 3) {
            self = .exFAT
        } else if beginning.hasText("NTFS    ", at: 3) {
            self = .ntfs
        } else if beginning.word(1024 + 56) == 0xEF53, !FATLayout.isLikely(beginning) {
            // The magic number of the superblock, which stands at byte 1024.
            self = .ext
        } else {
            return nil
        }
    }
}
