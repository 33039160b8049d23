import Formats
package import LinuxSystem
package import Model

/// Appends lines to the diary in the inbox: the only file that the programs write there
/// (COMMANDS.md §2).
///
/// A line is added with one write at the end and is on the disk when the call returns; what stands
/// in the file is never rewritten. Several programs may append at once; one that replaces the file
/// meanwhile (an editor that saves) gets the line into its new file. Blocks.
package struct DiaryAppender: Sendable {
    /// The name of the file in the inbox.
    package static let fileName = "diary.csv"
    /// How often the file may be replaced while one line is appended.
    private static let attempts = 8

    /// Where the diary lies.
    package let path: FilePath
    private let home: HomeZones

    /// Makes an appender to the diary of an inbox, which must be there.
    ///
    /// Times are written with the offset of the home zone.
    package init(inbox: FilePath, home: HomeZones) {
        path = inbox.appending(Self.fileName)
        self.home = home
    }

    /// Appends one entry.
    ///
    /// A new file begins with the header and is for its owner alone (0600). One that a person has
    /// edited keeps its delimiter, its order of columns, its line ends and its encoding; a missing
    /// end of its last line is added first.
    ///
    /// - Parameters:
    ///   - entry: what is appended; its time is cut to whole seconds.
    ///   - note: the person's own words.
    ///   - earlier: what a file that is new, or empty, says before it, in one write with it: what a
    ///     file says replaces what its path said before (PLAN.md §3).
    /// - Throws: `SystemError` or `NotRegularFile` as the system has it, `DiaryTrouble` when the
    ///   file is no diary or cannot hold the note; then nothing was appended.
    package func append(
        _ entry: DiaryEntry,
        note: String = "",
        after earlier: [DiaryEntry] = []
    ) throws {
        for _ in 0..<Self.attempts {
            let file = try FileDescriptor.open(
                path,
                [.readWrite, .append, .create, .noFollow, .nonBlocking]
            )
            let kind = try file.status().kind
            guard kind == .regular else { throw NotRegularFile(path: path, kind: kind) }
            // A file system without locks must do without: the write itself is one piece.
            try? file.lock()
            guard isInPlace(file) else { continue }
            try file.append(try addition(entry, note, after: earlier, to: file))
            try file.synchronize()
            try Folder.synchronize(path.parent)
            if isInPlace(file) { return }
        }
        throw DiaryTrouble(path: path, kind: .replaced)
    }

    /// Whether the name still leads to the open file.
    private func isInPlace(_ file: FileDescriptor) -> Bool {
        guard let open = try? file.status(), let named = try? FileStatus.of(path)
        else { return false }
        return open.inode == named.inode && open.device == named.device
    }

    /// The bytes that make the file one entry longer.
    private func addition(
        _ entry: DiaryEntry,
        _ note: String,
        after earlier: [DiaryEntry],
        to file: FileDescriptor
    ) throws -> [UInt8] {
        let size = Int(clamping: try file.status().size)
        guard size > 0 else { return beginning(earlier) + line(entry, note, .new) }
        let beginning = try Self.bytes(of: file, at: 0, count: DiaryLayout.beginningBytes)
        let isWhole = size <= DiaryLayout.beginningBytes
        guard let layout = DiaryLayout(beginning: beginning, isWhole: isWhole) else {
            throw DiaryTrouble(path: path, kind: .noDiary)
        }
        guard note.isEmpty || layout.hasNotes else {
            throw DiaryTrouble(path: path, kind: .noNotes)
        }
        let tail = try Self.bytes(of: file, at: max(0, size - 2), count: 2)
        let end = layout.isWholeLine(endingIn: tail) ? [] : layout.lineEnd
        return end + line(entry, note, layout)
    }

    /// What a new file says before its first new line.
    private func beginning(_ entries: [DiaryEntry]) -> [UInt8] {
        entries.reduce(into: DiaryLayout.new.header) { $0 += line($1, "", .new) }
    }

    private func line(_ entry: DiaryEntry, _ note: String, _ layout: DiaryLayout) -> [UInt8] {
        layout.line(time: Self.text(entry.time, home), entry.content, note: note)
    }

    private static func bytes(
        of file: FileDescriptor,
        at offset: Int,
        count: Int
    ) throws(SystemError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
        defer { buffer.deallocate() }
        var length = 0
        while length < count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[length...])
            let read = try file.read(at: offset + length, into: rest)
            if read == 0 { break }
            length += read
        }
        return Array(buffer[..<length])
    }

    /// The time as ISO 8601 with the home zone's offset, to the second.
    ///
    /// Offsets of old have seconds; ISO 8601 has minutes, so both the time and the offset are those
    /// of the whole minute.
    static func text(_ time: Instant, _ home: HomeZones) -> String {
        let minutes = Int(home.offsetSeconds(at: time)).flooredDivision(by: 60)
        let wall = WallTime(utc: time.advanced(by: Int64(minutes) * 60_000))
        let seconds = Int(wall.millisecondOfDay) / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
        let away = Int(minutes.magnitude)
        let offset = padded(away / 60, to: 2) + ":" + padded(away % 60, to: 2)
        return "\(wall.day)T\(clock.joined(separator: ":"))\(minutes < 0 ? "-" : "+")\(offset)"
    }
}
