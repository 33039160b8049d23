import Glibc
import Ingest
import LinuxSystem
import Model
import TestSupport
import Testing

@testable import Store

struct FileIntakeTests {
    @Test func `a good file is taken, and its days are marked`() throws {
        let bench = try IntakeBench()
        let record = try #require(bench.take("a.csv", holding: csv(minutes: 0..<10)).record)
        #expect(record.isNew && record.changedDays && !record.isWrong)
        #expect(record.file.outcome == .taken)
        #expect(record.file.readings == 10)
        #expect(record.file.sha256 == SHA256.of(Array(csv(minutes: 0..<10).utf8)))
        #expect(record.file.from == Instant(seconds: 1_795_168_800))
        #expect(record.file.to == Instant(seconds: 1_795_168_800 + 540))
        #expect(record.file.seen == IntakeBench.now)
        #expect(try bench.store.files(person: nil) == [record.file])
        #expect(try !bench.store.markedDays(person: "me").isEmpty)
    }

    @Test func `the same content under another name is known, and changes nothing`() throws {
        let bench = try IntakeBench()
        bench.take("a.csv", holding: csv(minutes: 0..<10))
        try bench.derive()
        let record = try #require(bench.take("b.csv", holding: csv(minutes: 0..<10)).record)
        #expect(record.file.outcome == .known)
        #expect(!record.isNew && !record.changedDays && !record.isNewlyWrong)
        #expect(try bench.store.markedDays(person: "me").isEmpty)
        let outcomes = try bench.store.files(person: "me").map(\.outcome)
        #expect(outcomes == [.taken, .known])
    }

    @Test(
        arguments: [
            (
                "x.csv", "2026-11-14.csv",
                "Start time,End time,Step count\n"
                    + "09:00:00.000+01:00,09:15:00.000+01:00,900\n"
            ),
            (
                "x.json", "steps-2026-10-24.json",
                #"[{"dateTime" : "10/24/26 10:00:00", "value" : "97"}]"#
            ),
            ("agg.csv", "aggregates_steps.csv", "date,value\n2026-11-14,4000\n"),
        ]
    )
    func `a file that is given back its name is read`(
        wrong: String,
        right: String,
        text: String
    )
        throws
    {
        let bench = try IntakeBench()
        for _ in 0..<2 {
            let refused = try #require(bench.take(wrong, holding: text).record)
            #expect(refused.file.outcome == .refused, "\(refused.file)")
        }
        let taken = try #require(bench.take(right, holding: text).record)
        #expect(taken.file.outcome == .taken, "\(taken.file)")
        #expect(taken.isNew && taken.file.readings == 1)
        // And under both names it stays what it is.
        for name in [wrong, right] {
            let again = try #require(bench.take(name, holding: text).record)
            #expect(!again.isNew && !again.changedDays)
        }
        #expect(try bench.store.files(person: "me").map(\.readings) == [1, 1])
    }

    @Test func `a copy of what was refused as a whole is told once, not at each look`() throws {
        let bench = try IntakeBench()
        let text = "date,value\n2026-11-14,4000\n"
        bench.take("a.csv", holding: text)
        let copy = try #require(bench.take("b.csv", holding: text).record)
        #expect(copy.file.outcome == .refused && copy.isNew)
        for name in ["a.csv", "b.csv", "b.csv", "a.csv"] {
            let again = try #require(bench.take(name, holding: text).record)
            #expect(again.file.outcome == .refused && !again.isNew && !again.isNewlyWrong)
        }
    }

    @Test func `the same file again stays what it was`() throws {
        let bench = try IntakeBench()
        for name in ["a.csv", "b.csv", "a.csv", "b.csv"] {
            bench.take(name, holding: csv(minutes: 0..<10))
        }
        #expect(try bench.store.files(person: "me").map(\.outcome) == [.taken, .known])
        let again = try #require(bench.take("a.csv").record)
        #expect(again.file.outcome == .taken && !again.isNew)
    }

    @Test func `the same content of another person is that person's own`() throws {
        let bench = try IntakeBench()
        bench.take("a.csv", holding: csv(minutes: 0..<10))
        let record = try #require(bench.take("a.csv", person: "anna", isFinal: true).record)
        #expect(record.isNew && record.file.outcome == .taken)
        #expect(try bench.store.persons() == ["anna", "me"])
    }

    @Test func `a longer version of a file brings only what is new`() throws {
        let bench = try IntakeBench()
        bench.take("a.csv", holding: csv(minutes: 0..<10))
        try bench.derive()
        let record = try #require(bench.take("a.csv", holding: csv(minutes: 0..<12)).record)
        #expect(record.isNew && record.changedDays && record.file.readings == 12)
        #expect(try bench.store.files(person: "me").count == 1)
        try bench.derive()
        #expect(try bench.days().compactMap(\.steps?.count).reduce(0, +) == 1_200)
    }

    @Test func `a file whose every reading is there already marks no day`() throws {
        let bench = try IntakeBench()
        bench.take("a.csv", holding: csv(minutes: 0..<10))
        try bench.derive()
        let record = try #require(bench.take("b.csv", holding: csv(minutes: 3..<7)).record)
        #expect(record.isNew && record.file.outcome == .taken)
        try bench.derive()
        #expect(try bench.days().compactMap(\.steps?.count).reduce(0, +) == 1_000)
    }

    @Test func `a refused file leaves its reason and no reading, and is known when it comes again`()
        throws
    {
        let bench = try IntakeBench()
        let text = "Dear all,\nsee you on Monday.\n"
        let record = try #require(bench.take("letter.csv", holding: text).record)
        #expect(record.isNew && record.isNewlyWrong && !record.changedDays)
        #expect(record.file.outcome == .refused && record.file.readings == 0)
        #expect(record.file.from == nil && record.file.to == nil)
        #expect(record.file.problems.count > 0)
        let again = try #require(bench.take("letter.csv").record)
        #expect(!again.isNew && again.isWrong && !again.isNewlyWrong)
        #expect(again.file.problems == record.file.problems)
        let copy = try #require(bench.take("copy.csv", holding: text).record)
        #expect(copy.file.outcome == .refused && !copy.isNewlyWrong)
        #expect(try bench.store.markedDays(person: "me").isEmpty)
    }

    @Test func `a wrong row is told with its line, and the others count`() throws {
        let bench = try IntakeBench()
        let text = csv(minutes: 0..<5) + "2026-11-20T11:00:00Z,12O\n"
        let record = try #require(bench.take("a.csv", holding: text).record)
        #expect(record.file.outcome == .partly && record.isNewlyWrong && record.changedDays)
        #expect(record.file.readings == 5)
        #expect(record.file.problems.first.first?.place.line == 7)
    }

    // MARK: - Files that are still being written

    @Test func `a young file without its end is looked at again`() throws {
        let bench = try IntakeBench()
        bench.write("a.csv", String(csv(minutes: 0..<5).dropLast(3)))
        #expect(bench.take("a.csv").stillFor == FileIntake.patienceMilliseconds)
        #expect(bench.take("a.csv", unchanged: 29_999).stillFor != nil)
        #expect(try bench.store.files(person: nil).isEmpty)
        #expect(bench.take("a.csv", unchanged: 30_000).record != nil)
    }

    @Test func `a final file without its end is taken as it is`() throws {
        let bench = try IntakeBench()
        let track = InventedExports.gpx(from: Instant(seconds: 1_795_168_800), seconds: 300)
        bench.write("a.gpx", String(track.dropLast(40)))
        #expect(bench.take("a.gpx").stillFor != nil)
        let record = try #require(bench.take("a.gpx", isFinal: true).record)
        #expect(record.file.outcome == .partly)
        #expect(record.file.readings > 200)
    }

    @Test func `a file that grows while it is read is put back`() throws {
        let bench = try IntakeBench()
        bench.write("a.csv", csv(minutes: 0..<5_000))
        let writer = try GrowingFile(bench.path("a.csv"))
        defer { writer.stop() }
        #expect(bench.take("a.csv", isFinal: true).stillFor == 2_000)
        #expect(try bench.store.files(person: nil).isEmpty)
    }

    // MARK: - What is no file, and what cannot be taken now

    @Test func `what is not there or is no regular file is gone, and leaves no trace`() throws {
        let bench = try IntakeBench()
        bench.path("pipe.csv").withCString { _ = mkfifo($0, 0o600) }
        bench.path("folder.csv").withCString { _ = mkdir($0, 0o700) }
        bench.path("link.csv").withCString { _ = symlink("/etc/passwd", $0) }
        for name in ["missing.csv", "pipe.csv", "folder.csv", "link.csv", "amble.db/a.csv"] {
            #expect(bench.take(name, isFinal: true).isGone, "\(name)")
        }
        #expect(try bench.store.files(person: nil).isEmpty)
    }

    @Test func `a file that the system does not open waits, and says why`() throws {
        let bench = try IntakeBench()
        // Root may open anything, so the name is one that no file system can hold.
        let name = String(repeating: "x", count: 300) + ".csv"
        let record = try #require(bench.take(name, isFinal: true).record)
        #expect(record.file.outcome == .waiting && !record.changedDays && !record.isWrong)
        #expect(record.file.problems.first.first?.message.contains("it is tried again") == true)
        #expect(try bench.store.files(person: "me").map(\.outcome) == [.waiting])
    }

    @Test func `on a full disk a file waits, nothing of it is kept, and it is taken with room`()
        throws
    {
        let bench = try IntakeBench()
        var exports = InventedExports(seed: 4)
        let text = InventedExports.csv(exports.minutes(from: day("2026-10-01"), days: 40))
        bench.write("a.csv", text)
        try limit(bench.store, toPages: 1)
        let record = try #require(bench.take("a.csv", isFinal: true).record)
        #expect(record.file.outcome == .waiting)
        #expect(record.file.problems.first.first?.message.contains("it is tried again") == true)
        #expect(try bench.store.markedDays(person: "me").isEmpty)
        try limit(bench.store, toPages: 1 << 20)
        #expect(bench.take("a.csv", isFinal: true).record?.file.outcome == .taken)
        #expect(try bench.store.files(person: "me").map(\.outcome) == [.taken])
    }

    @Test func `looking at a file tells all and keeps nothing`() throws {
        let bench = try IntakeBench()
        bench.write("a.csv", csv(minutes: 0..<20) + "2026-11-20T11:00:00Z,12O\n")
        let found = try FileIntake.inspect(
            bench.path("a.csv"),
            person: "me",
            surroundings: bench.surroundings
        )
        #expect(found.file.outcome == .partly)
        #expect(found.file.readings == 20)
        #expect(found.preview.count == Inspection.previewCapacity)
        #expect(found.report.columns.map(\.name) == ["timestamp", "steps"])
        #expect(try bench.store.files(person: nil).isEmpty)
        #expect(throws: NotRegularFile.self) {
            try FileIntake.inspect(bench.folder, person: "me", surroundings: bench.surroundings)
        }
    }

    /// Lets the database grow to so many pages, and no further; never less than it has.
    private func limit(_ store: WalkStore, toPages pages: Int) throws {
        try store.onQueue { (connection) throws(StoreProblem) in
            try connection.run("PRAGMA max_page_count = \(pages)")
        }
    }
}
