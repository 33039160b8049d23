import Glibc
import Ingest
import LinuxSystem
import Model
import Sessions
import Store
import TestSupport

/// A real store and real files in a temporary folder that goes with it.
final class IntakeBench {
    /// The moment at which everything happens: 2026-11-21T12:00:00Z.
    static let now = Instant(seconds: 1_795_262_400)
    /// The zone of the invented person.
    static let home = HomeZones(.named("Europe/Oslo"))

    let folder: FilePath
    let store: WalkStore

    init() throws {
        var template = Array("/tmp/amble-intake-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemError.last("make the folder") }
        folder = FilePath(bytes: template.dropLast().map(UInt8.init(bitPattern:)))
        store = try WalkStore(path: folder.appending("amble.db").shown)
    }

    /// The surroundings of the invented person.
    var surroundings: FileIntake.Surroundings {
        FileIntake.Surroundings(
            home: Self.home,
            sourceZones: [:],
            clock: .fixed(milliseconds: Self.now.milliseconds)
        )
    }

    /// A path in the folder.
    func path(_ name: String) -> FilePath {
        folder.appending(name)
    }

    /// Writes a file.
    @discardableResult
    func write(_ name: String, _ text: String) -> FilePath {
        TestHome.write(Array(text.utf8), to: path(name).shown)
        return path(name)
    }

    /// Takes what lies under a name.
    func take(
        _ name: String,
        person: String = "me",
        unchanged: Int64 = 0,
        isFinal: Bool = false
    ) -> IntakeResult {
        FileIntake(store: store, surroundings: surroundings).take(
            IncomingFile(
                path: path(name),
                person: person,
                size: 0,
                unchangedMilliseconds: unchanged,
                isFinal: isFinal
            )
        )
    }

    /// Writes a file and takes it at once.
    @discardableResult
    func take(_ name: String, holding text: String) -> IntakeResult {
        write(name, text)
        return take(name, isFinal: true)
    }

    /// The derivation of the invented person.
    var derivation: StoredDerivation {
        StoredDerivation(store: store, settings: SessionSettings(), home: Self.home)
    }

    /// Derives what is marked.
    @discardableResult
    func derive() throws -> [DerivedDates] {
        try derivation.run(now: Self.now)
    }

    /// All days of a person as the store has them.
    func days(person: String = "me") throws -> [Day] {
        guard let extent = try store.extent(person: person) else { return [] }
        return try store.days(person: person, in: extent)
    }

    deinit {
        store.close()
        for entry in (try? Folder.entries(folder)) ?? [] {
            let inner = folder.appending(entry.name)
            if entry.kind == .folder {
                inner.withCString { _ = rmdir($0) }
            } else {
                try? File.unlink(inner)
            }
        }
        folder.withCString { _ = rmdir($0) }
    }
}

extension IntakeResult {
    /// The record, when the file was recorded.
    var record: IntakeRecord? {
        if case .recorded(let record) = self { record } else { nil }
    }

    /// For how long the file must be still, when it was unfinished.
    var stillFor: Int64? {
        if case .unfinished(let milliseconds) = self { milliseconds } else { nil }
    }

    /// Whether it was not there.
    var isGone: Bool {
        if case .gone = self { true } else { false }
    }
}

/// The civil day of an ISO date.
func day(_ text: String) -> CivilDay {
    CivilDay(iso: text) ?? CivilDay(daysSinceEpoch: 0)
}

/// A generic CSV with the same steps in each of some minutes of 2026-11-20, from 10:00 UTC on.
func csv(minutes: Range<Int>, steps: Int = 100) -> String {
    let start = Int64(day("2026-11-20").daysSinceEpoch) * 1440 + 600
    return csv(minutes: minutes.map { start + Int64($0) }, steps: steps)
}

/// A generic CSV with the same steps in each of some minutes since the epoch.
func csv(minutes: some Sequence<Int64>, steps: Int) -> String {
    minutes.reduce(into: "timestamp,steps\n") { text, minute in
        text += "\(InventedExports.iso(Instant(seconds: minute * 60))),\(steps)\n"
    }
}
