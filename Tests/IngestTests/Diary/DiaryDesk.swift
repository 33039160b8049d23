import Glibc
import LinuxSystem
import Model
import Sessions
import Store
import TestSupport

@testable import Ingest

/// A folder with a diary in it, a store, and everything that takes and derives.
///
/// One test owns it; the folder goes with it.
final class DiaryDesk {
    let folder: FilePath
    let store: WalkStore
    let home = HomeZones(.named("Europe/Oslo"))
    /// 2026-11-22T12:00:00Z at first.
    var now = Instant(seconds: 1_795_348_800)

    init() throws {
        var name = Array("/tmp/amble-diary-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw SystemError.last("make") }
        folder = FilePath(String(decoding: name.dropLast().map(UInt8.init), as: UTF8.self))
        store = try WalkStore(path: folder.appending("amble.db").shown)
    }

    deinit {
        store.close()
        for entry in (try? Folder.entries(folder)) ?? [] {
            try? File.unlink(folder.appending(entry.name))
        }
        rmdir(folder.shown)
    }

    func path(_ name: String = "diary.csv") -> FilePath { folder.appending(name) }

    func write(_ text: String, to name: String = "diary.csv") {
        TestHome.write(Array(text.utf8), to: path(name).shown)
    }

    func text(_ name: String = "diary.csv") throws -> String {
        String(decoding: try File.read(path(name)), as: UTF8.self)
    }

    /// Takes a file as it lies there.
    func take(_ name: String = "diary.csv") -> IntakeRecord? {
        let surroundings = FileIntake.Surroundings(
            home: home,
            sourceZones: [:],
            clock: .fixed(milliseconds: now.milliseconds)
        )
        let incoming = IncomingFile(
            path: path(name),
            person: "me",
            size: 100,
            unchangedMilliseconds: 0,
            isFinal: true
        )
        guard
            case .recorded(let record) = FileIntake(store: store, surroundings: surroundings)
                .take(incoming)
        else { return nil }
        return record
    }

    /// Writes a diary and takes it.
    @discardableResult
    func say(_ lines: String..., in name: String = "diary.csv") -> IntakeRecord? {
        write("time,entry,value,note\n" + lines.map { $0 + "\n" }.joined(), to: name)
        return take(name)
    }

    /// What the person's diaries say, as `entry value`.
    func entries() throws -> [String] {
        try store.diary(person: "me").map { "\($0.content.word) \($0.content.value)" }
    }

    @discardableResult
    func derive() throws -> [DerivedDates] {
        try StoredDerivation(store: store, settings: .init(), home: home).run(now: now)
    }

    /// The walked minutes of the days that hold any, as `date minutes`.
    func walked() throws -> [String] {
        let dates = CivilDay(daysSinceEpoch: 20_000)...CivilDay(daysSinceEpoch: 21_000)
        return try store.days(person: "me", in: dates).compactMap { day in
            guard let walked = day.stepping?.central, walked > .zero else { return nil }
            return "\(day.date) \(walked.wholeMinutes)"
        }
    }
}

/// Makes a symbolic link.
func symlinked(_ target: FilePath, as path: FilePath) -> Bool {
    symlink(target.shown, path.shown) == 0
}
