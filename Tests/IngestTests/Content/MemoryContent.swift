import Ingest
import LinuxSystem
import Model

/// A content in memory, as a device may hold it: it can go away, fail or change while it is read.
final class MemoryContent: FileContent {
    /// What happens to it.
    enum Fate: Sendable {
        /// It stays as it is.
        case stays
        /// Reading from this byte on throws.
        case fails(from: Int64, ContentFailure)
        /// The second reading, that of the parse, throws from this byte on.
        case failsInParse(from: Int64, ContentFailure)
        /// Asking whether it is unchanged throws.
        case failsAtCheck(ContentFailure)
        /// It says that it changed.
        case changes
        /// It ends before its size.
        case endsEarly(at: Int64)
        /// It claims to have read more than was asked for.
        case boasts
    }

    private let bytes: [UInt8]
    private let fate: Fate
    private var readings = 0
    let modified: Instant?

    init(_ text: String, _ fate: Fate = .stays, modified: Instant? = nil) {
        bytes = Array(text.utf8)
        self.fate = fate
        self.modified = modified
    }

    var size: Int64 { Int64(bytes.count) }

    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if offset == 0 { readings += 1 }
        var end = bytes.count
        switch fate {
        case .fails(let first, let failure):
            if offset + Int64(buffer.count) > first { throw failure }
        case .failsInParse(let first, let failure):
            // The first pass over it is that of the hash.
            if readings > 1, offset + Int64(buffer.count) > first { throw failure }
        case .endsEarly(let first): end = Int(clamping: first)
        default: break
        }
        let rest = bytes[..<end].dropFirst(Int(clamping: offset)).prefix(buffer.count)
        buffer.copyBytes(from: rest)
        if case .boasts = fate { return buffer.count + 1 }
        return rest.count
    }

    func isUnchanged() throws -> Bool {
        switch fate {
        case .failsAtCheck(let failure): throw failure
        case .changes: return false
        default: return true
        }
    }
}

extension IntakeBench {
    /// Takes a content that is no file of a folder.
    func take(
        _ shown: String,
        from opener: ContentOpener,
        person: String = "me",
        sourceLabel: String? = nil
    ) -> IntakeResult {
        FileIntake(store: store, surroundings: surroundings).take(
            IncomingFile(
                path: FilePath(shown),
                opener: opener,
                person: person,
                sourceLabel: sourceLabel,
                size: 0,
                unchangedMilliseconds: 0,
                isFinal: true
            )
        )
    }

    /// Takes a text as the content of a device's file.
    func take(
        _ shown: String,
        holding text: String,
        _ fate: MemoryContent.Fate,
        sourceLabel: String? = nil
    ) -> IntakeResult {
        let opener = ContentOpener { MemoryContent(text, fate) }
        return take(shown, from: opener, sourceLabel: sourceLabel)
    }
}
