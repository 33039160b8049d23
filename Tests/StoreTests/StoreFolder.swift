import Glibc
import Model
import Store

/// A folder under /tmp with the database of one test.
final class StoreFolder {
    let path: String

    init() {
        var name = Array("/tmp/amble-store-XXXXXX".utf8CString)
        path = mkdtemp(&name).map { String(cString: $0) } ?? "/tmp/amble-store-none"
    }

    var database: String { path + "/amble.db" }

    /// The names of the files in the folder, in order.
    var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var found: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { found.append(name) }
        }
        return found.sorted()
    }

    /// The permissions of a file in the folder.
    func mode(_ name: String) -> mode_t {
        var status = stat()
        return stat(path + "/" + name, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    /// The length of a file in the folder.
    func size(_ name: String) -> Int {
        var status = stat()
        return stat(path + "/" + name, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Writes bytes into a file, from a place on.
    func write(_ bytes: [UInt8], to name: String, at offset: Int = 0) {
        let file = open(path + "/" + name, O_WRONLY | O_CREAT, 0o600)
        defer { close(file) }
        pwrite(file, bytes, bytes.count, off_t(offset))
    }

    /// Removes the folder; a database that is still open does not mind.
    func remove() {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }
}

/// 2026-11-21T00:00:00Z.
let morning = Instant(seconds: 1_795_219_200)
/// The UTC day of `morning`.
let today = morning.utcDay
/// What is plausible two days later.
let limits = Plausibility(now: morning.advanced(by: 2 * 86_400_000))
let watch = Source(name: "watch", kind: .watch)

/// A hash that nothing has but this number.
func sha(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 64 - digits.count) + digits
}

/// A taken file.
func file(
    _ number: Int,
    path: String? = nil,
    person: String = "me",
    outcome: FileOutcome = .taken,
    problems: ProblemList = ProblemList()
) -> SeenFile {
    SeenFile(
        path: Array((path ?? "/walks/\(number).csv").utf8),
        person: person,
        sha256: sha(number),
        bytes: 100,
        outcome: outcome,
        dialect: "generic",
        problems: problems,
        seen: morning
    )
}

/// A minute of steps, so many minutes after `morning`.
func minute(
    _ offset: Int,
    _ steps: Int32,
    line: Int32? = nil,
    source: SourceIndex = 0,
    length: Int = 1
) -> StepReading {
    StepReading(
        start: morning.advanced(by: Int64(offset) * 60_000),
        end: morning.advanced(by: Int64(offset + length) * 60_000),
        steps: steps,
        line: line ?? Int32(clamping: offset + 2),
        source: source
    )
}

/// A sample of a counter, so many minutes after `morning`.
func sample(_ offset: Int, _ value: Int64, source: SourceIndex = 0) -> CounterReading {
    CounterReading(
        time: morning.advanced(by: Int64(offset) * 60_000),
        value: value,
        line: Int32(clamping: offset),
        source: source
    )
}

/// A point, so many seconds after `morning`.
func point(_ offset: Int, line: Int32? = nil, flags: PointFlags = []) -> TrackPoint {
    TrackPoint(
        time: morning.advanced(by: Int64(offset) * 1000),
        latitude: 59_900_000_000 + Int64(offset) * 12_000,
        longitude: 10_700_000_000 - Int64(offset) * 9_000,
        elevation: 95_000,
        flags: flags,
        line: line ?? Int32(clamping: offset)
    )
}

/// A draft of readings of one source.
func draft(
    steps: [StepReading] = [],
    counters: [CounterReading] = [],
    tracks: [[TrackPoint]] = [],
    declared: [DeclaredReading] = [],
    source: Source = watch
) -> FileDraft {
    let draft = FileDraft()
    _ = draft.index(of: source)
    draft.take(steps: steps)
    draft.take(counters: counters)
    draft.take(declared: declared)
    for (number, points) in tracks.enumerated() {
        draft.take(
            track: TrackPiece(
                source: 0,
                segment: Int32(clamping: number),
                piece: 0,
                points: points
            )
        )
    }
    return draft
}

/// From so many minutes to so many minutes after `morning`.
func minutes(_ range: Range<Int>) -> Range<Instant> {
    let ends = [range.lowerBound, range.upperBound].map {
        morning.advanced(by: Int64($0) * 60_000)
    }
    return ends[0]..<ends[1]
}

/// So many days after `today`.
func days(_ first: Int, _ last: Int) -> ClosedRange<CivilDay> {
    today.advanced(by: first)...today.advanced(by: last)
}
