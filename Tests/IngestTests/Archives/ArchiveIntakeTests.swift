import Ingest
import LinuxSystem
import Model
import TestSupport
import Testing

@testable import Store

struct ArchiveIntakeTests {
    /// As it comes out of a download: two exports, one in a packed form of its own, and much else.
    private var takeout: [PackedFile] {
        [
            PackedFile("Takeout/Fit/a.csv", csv(minutes: 0..<10)),
            PackedFile("Takeout/Fit/b.csv.gz", ArchiveWriter.gzip(csv(minutes: 20..<25))),
            PackedFile("Takeout/Photos/1.jpg", "not looked at"),
            PackedFile("Takeout/Other/heart.json", "{\"rate\":[1,2]}"),
            PackedFile("Takeout/Other/heart.csv", "when,rate\n1,2\n"),
            PackedFile("Takeout/", ""),
        ]
    }

    @Test func `each export in an archive is a file of its own, and the rest is counted`() throws {
        let bench = try IntakeBench()
        let record = try #require(bench.take("export.zip", ArchiveWriter.zip(takeout)).record)
        #expect(record.isNew && record.changedDays && !record.isWrong)
        #expect(record.file.outcome == .taken && record.file.dialect == "zip")
        #expect(record.file.readings == 15)
        #expect(record.file.from == Instant(seconds: 1_795_168_800))
        #expect(
            record.file.problems.first.map(\.message)
                == ["3 of 5 files in it are no exports of steps or walks"]
        )
        let files = try bench.store.files(person: "me")
        #expect(
            files.map { String($0.shownPath.dropFirst(bench.folder.shown.count)) } == [
                "/export.zip", "/export.zip/Takeout/Fit/a.csv",
                "/export.zip/Takeout/Fit/b.csv.gz/b.csv",
            ]
        )
        #expect(files.map(\.outcome) == [.taken, .taken, .taken])
        #expect(files.map(\.readings) == [15, 10, 5])
        try bench.derive()
        #expect(try bench.days().compactMap(\.steps?.count).reduce(0, +) == 1_500)
    }

    @Test func `the same archive again is known, and nothing of it changes`() throws {
        let bench = try IntakeBench()
        bench.take("export.zip", ArchiveWriter.zip(takeout))
        try bench.derive()
        let again = try #require(bench.take("copy.zip", ArchiveWriter.zip(takeout)).record)
        #expect(again.file.outcome == .known && !again.isNew && !again.changedDays)
        #expect(try bench.store.files(person: "me").count == 4)
    }

    @Test func `an archive that was refused before archives were read is taken now`() throws {
        let bench = try IntakeBench()
        let zip = ArchiveWriter.zip(takeout)
        let refused = SeenFile(
            path: bench.path("export.zip").bytes,
            person: "me",
            sha256: SHA256.of(zip),
            bytes: Int64(zip.count),
            outcome: .refused,
            seen: IntakeBench.now
        )
        try bench.store.note(refused)
        let record = try #require(bench.take("export.zip", zip).record)
        #expect(record.file.outcome == .taken && record.isNew && record.file.readings == 15)
        #expect(try bench.store.files(person: "me").map(\.outcome) == [.taken, .taken, .taken])
    }

    @Test func `an archive and the loose files of it double nothing`() throws {
        let bench = try IntakeBench()
        bench.take("a.csv", holding: csv(minutes: 0..<10))
        bench.take("b.csv", holding: csv(minutes: 20..<25))
        try bench.derive()
        let record = try #require(bench.take("export.zip", ArchiveWriter.zip(takeout)).record)
        #expect(record.file.outcome == .taken && record.isNew && !record.changedDays)
        #expect(
            try bench.store.files(person: "me").map(\.outcome)
                == [.taken, .taken, .taken, .known, .known]
        )
        try bench.derive()
        #expect(try bench.days().compactMap(\.steps?.count).reduce(0, +) == 1_500)
    }

    @Test func `an archive interrupted between two files is taken again to its end`() throws {
        let bench = try IntakeBench()
        bench.take("export.zip/Takeout/Fit/a.csv", from: csv(minutes: 0..<10))
        let record = try #require(bench.take("export.zip", ArchiveWriter.zip(takeout)).record)
        #expect(record.file.outcome == .taken && record.file.readings == 15)
        try bench.derive()
        #expect(try bench.days().compactMap(\.steps?.count).reduce(0, +) == 1_500)
    }

    @Test func `one packed table is that table, with the archive in its path`() throws {
        let bench = try IntakeBench()
        let packed = ArchiveWriter.gzip(csv(minutes: 0..<10))
        let record = try #require(bench.take("steps.csv.gz", packed).record)
        #expect(record.file.outcome == .taken && record.file.dialect == "gzip")
        #expect(record.file.readings == 10 && record.file.problems.isEmpty)
        let files = try bench.store.files(person: "me")
        #expect(files.last?.shownPath == bench.path("steps.csv.gz/steps.csv").shown)
        #expect(files.last?.dialect == "generic")
    }

    @Test func `an export with a wrong row is listed, and makes the archive partly`() throws {
        let bench = try IntakeBench()
        let bad = csv(minutes: 30..<35) + "2026-11-20T11:00:00Z,12O\n"
        let zip = ArchiveWriter.zip(takeout + [PackedFile("bad.csv", bad)])
        let record = try #require(bench.take("export.zip", zip).record)
        #expect(record.file.outcome == .partly && record.isNewlyWrong)
        #expect(record.file.problems.first.first?.message.contains("1 file in it") == true)
        let member = try bench.store.files(person: "me").first {
            $0.outcome == .partly && $0.dialect == "generic"
        }
        #expect(member?.problems.first.first?.place.line == 7)
    }

    @Test func `a file with a wrong checksum is refused by name, and the others count`() throws {
        let bench = try IntakeBench()
        var damaged = PackedFile("c.csv", csv(minutes: 40..<50))
        damaged.checksum = 1
        let record = try #require(
            bench.take("export.zip", ArchiveWriter.zip(takeout + [damaged])).record
        )
        #expect(record.file.outcome == .partly && record.file.readings == 15)
        let refused = try bench.store.files(person: "me").filter { $0.outcome == .refused }
        #expect(refused.map(\.shownPath) == [bench.path("export.zip/c.csv").shown])
        #expect(refused.first?.problems.first.first?.message.contains("checksum") == true)
    }

    @Test func `a password is a clear refusal`() throws {
        let bench = try IntakeBench()
        var locked = PackedFile("ACTIVITY/a.csv", csv(minutes: 0..<10))
        locked.flags = 1
        let record = try #require(bench.take("mi.zip", ArchiveWriter.zip([locked])).record)
        #expect(record.file.outcome == .refused && record.isNewlyWrong)
        #expect(
            record.file.problems.first.map(\.message) == [
                "locked with a password: the archive; unpack the archive with its password and"
                    + " drop what is inside"
            ]
        )
        #expect(try bench.store.files(person: "me").count == 1)
    }

    @Test func `an archive without any export says so`() throws {
        let bench = try IntakeBench()
        let zip = ArchiveWriter.zip([PackedFile("1.jpg", "x"), PackedFile("2.csv", "a,b\n1,2\n")])
        let record = try #require(bench.take("photos.zip", zip).record)
        #expect(record.file.outcome == .refused)
        #expect(
            record.file.problems.first.map(\.message)
                == ["there is no export of steps or walks in it (2 files)"]
        )
        let empty = try #require(bench.take("empty.zip", ArchiveWriter.zip([])).record)
        #expect(empty.file.problems.first.first?.message == "there is no file in the archive")
    }

    @Test func `an export that is taken in part is one of the exports, and counted once`() throws {
        let bench = try IntakeBench()
        let zip = ArchiveWriter.zip([
            PackedFile(
                "a.csv",
                "timestamp,steps\n2026-11-20T09:00:00Z,x\n2026-11-20T09:02:00Z,9\n"
            ),
            PackedFile("b.csv", "date,steps\n03/04/2026 10:00,5\n"),
            PackedFile("c.csv", "a,b\n1,2\n"), PackedFile("1.jpg", "x"),
        ])
        let record = try #require(bench.take("mixed.zip", zip).record)
        #expect(record.file.outcome == .partly)
        #expect(
            record.file.problems.first.map(\.message) == [
                "2 files in it could not be taken whole; each is listed with its reasons",
                "2 of 4 files in it are no exports of steps or walks",
            ]
        )
    }

    @Test func `one that is still being downloaded is looked at again`() throws {
        let bench = try IntakeBench()
        for (name, whole) in [
            ("a.zip", ArchiveWriter.zip(takeout)),
            ("a.csv.gz", ArchiveWriter.gzip(csv(minutes: 0..<500))),
        ] {
            TestHome.write(Array(whole.dropLast(30)), to: bench.path(name).shown)
            #expect(bench.take(name).stillFor == FileIntake.patienceMilliseconds)
            #expect(try bench.store.files(person: nil).isEmpty)
        }
        let late = try #require(bench.take("a.zip", unchanged: 30_000).record)
        #expect(late.file.outcome == .refused)
        #expect(late.file.problems.first.first?.message.contains("breaks off") == true)
    }

    @Test func `archives lie in each other twice and no deeper`() throws {
        let bench = try IntakeBench()
        let inner = ArchiveWriter.zip([PackedFile("a.csv", csv(minutes: 0..<10))])
        let twice = ArchiveWriter.zip([PackedFile("inner.zip", inner)])
        let record = try #require(bench.take("twice.zip", twice).record)
        #expect(record.file.outcome == .taken && record.file.readings == 10)
        #expect(record.file.problems.isEmpty)
        let thrice = ArchiveWriter.zip([PackedFile("twice.zip", twice)])
        let deep = try #require(bench.take("thrice.zip", thrice).record)
        #expect(deep.file.outcome == .refused)
    }

    @Test func `one that is asked to stop leaves nothing half taken`() throws {
        let bench = try IntakeBench()
        TestHome.write(ArchiveWriter.zip(takeout), to: bench.path("a.zip").shown)
        let cancellation = Cancellation()
        cancellation.cancel()
        let result = FileIntake(store: bench.store, surroundings: bench.surroundings).take(
            IncomingFile(
                path: bench.path("a.zip"),
                person: "me",
                size: 0,
                unchangedMilliseconds: 0
            ),
            cancellation: cancellation
        )
        #expect(result.stillFor == 0)
        #expect(try bench.store.files(person: nil).isEmpty)
    }

    @Test func `an inspection lists what is in it and takes nothing`() throws {
        let bench = try IntakeBench()
        TestHome.write(ArchiveWriter.zip(takeout), to: bench.path("a.zip").shown)
        let inspection = try FileIntake.inspect(
            bench.path("a.zip"),
            person: "me",
            surroundings: bench.surroundings
        )
        #expect(inspection.file.dialect == "zip" && inspection.file.outcome == .taken)
        #expect(inspection.members.map(\.readings) == [10, 5])
        #expect(inspection.preview.count == 10)
        #expect(try bench.store.files(person: nil).isEmpty)
    }
}

extension IntakeBench {
    /// Writes bytes and takes them at once.
    @discardableResult
    fileprivate func take(_ name: String, _ bytes: [UInt8]) -> IntakeResult {
        TestHome.write(bytes, to: path(name).shown)
        return take(name, isFinal: true)
    }

    /// Takes a text under a path inside an archive, as an intake does that was killed behind it.
    fileprivate func take(_ member: String, from text: String) {
        _ = take(path(member).shown, from: ContentOpener { MemoryContent(text) })
    }
}
