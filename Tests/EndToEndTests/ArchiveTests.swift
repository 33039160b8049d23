import Glibc
import Model
import TestSupport
import Testing

/// An archive, however often, beside its loose files or killed half-way, gives the days of the files.
struct ArchiveTests {
    private static let files: [PackedFile] = {
        var exports = InventedExports(seed: 11)
        let day = CivilDay(iso: "2026-11-01") ?? CivilDay(daysSinceEpoch: 0)
        let minutes = exports.minutes(from: day, days: 12)
        return stride(from: 0, to: minutes.count, by: 40).map { start in
            let piece = minutes[start..<min(minutes.count, start + 50)]
            return PackedFile("steps-\(start).csv", InventedExports.csv(piece))
        }
    }()

    /// The files with much else between them.
    private static let archive = ArchiveWriter.zip(
        files + (0..<20).map { PackedFile("other/\($0).json", "{\"rate\":[\($0)]}") }
            + [PackedFile("photo.jpg", "not looked at")]
    )

    @Test func `an archive gives the days of its files, alone, twice and beside them`() throws {
        let loose = try TestHome()
        for file in Self.files {
            loose.drop(String(decoding: file.name, as: UTF8.self), file.content)
        }
        #expect(try loose.once().status == 0)
        let expected = try loose.derived()
        #expect(expected.contains("\"walks\":[{"))

        let packed = try TestHome()
        packed.drop("export.zip", Self.archive)
        let first = try packed.once()
        #expect(first.status == 0, "\(first.errors)")
        #expect(try packed.derived() == expected)
        packed.drop("export (1).zip", Self.archive)
        #expect(try packed.once().status == 0)
        #expect(try packed.derived() == expected)

        loose.drop("export.zip", Self.archive)
        #expect(try loose.once().status == 0)
        #expect(try loose.derived() == expected)
    }

    @Test func `a daemon killed inside an archive loses nothing and doubles nothing`() throws {
        let clean = try TestHome()
        clean.drop("export.zip", Self.archive)
        #expect(try clean.once().status == 0)
        let home = try TestHome()
        home.drop("export.zip", Self.archive)
        for milliseconds in [30, 60, 90, 120, 200, 300] as [Int32] {
            let run = try home.start("ambled", ["--once"])
            // The moment of the kill is the input of this test, not a wait for something.
            poll(nil, 0, milliseconds)
            run.send(SIGKILL)
            _ = run.finish()
        }
        #expect(try home.once().status == 0)
        #expect(try home.derived() == clean.derived())
    }

    @Test func `a password is told with what to do now`() throws {
        let home = try TestHome()
        var locked = PackedFile("ACTIVITY/a.csv", "x")
        locked.flags = 1
        home.drop("mi.zip", ArchiveWriter.zip([locked]))
        let run = try home.once()
        #expect(run.status == 65)
        #expect(run.errors.contains("locked with a password"))
    }
}
