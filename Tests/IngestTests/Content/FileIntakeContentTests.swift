import Ingest
import LinuxSystem
import Model
import Store
import TestSupport
import Testing

/// What is taken from devices and archives, through the same intake as files of folders.
struct FileIntakeContentTests {
    private let place = "GARMIN eTrex 30 (0000E5F1A2B3)/GARMIN/GPX/walks.csv"

    @Test func `a device's file is taken as a folder's is, under its provenance`() throws {
        let bench = try IntakeBench()
        let text = csv(minutes: 0..<10)
        let record = try #require(
            bench.take(place, holding: text, .stays, sourceLabel: "eTrex").record
        )
        #expect(record.file.outcome == .taken && record.isNew && record.changedDays)
        #expect(record.file.shownPath == place)
        #expect(record.file.readings == 10)
        #expect(record.file.sha256 == SHA256.of(Array(text.utf8)))
        #expect(record.file.bytes == Int64(text.utf8.count))
        #expect(try bench.store.files(person: "me") == [record.file])
        let span = Instant(seconds: 1_795_168_800)..<Instant(seconds: 1_795_172_400)
        let observed = try bench.store.observations(
            person: "me",
            in: span,
            limits: Plausibility(now: IntakeBench.now)
        )
        #expect(observed.sources.map(\.name) == ["eTrex"])
    }

    @Test func `what a folder brought is known on a device, and the other way round`() throws {
        let bench = try IntakeBench()
        bench.take("a.csv", holding: csv(minutes: 0..<10))
        let copy = bench.take(place, holding: csv(minutes: 0..<10), .stays)
        #expect(copy.record?.file.outcome == .known && copy.isSettled)
        _ = bench.take(place, holding: csv(minutes: 20..<30), .stays)
        #expect(
            bench.take("b.csv", holding: csv(minutes: 20..<30)).record?.file.outcome == .known
        )
    }

    @Test func `a device pulled out before, while or after it is read leaves no trace`() throws {
        let bench = try IntakeBench()
        let first = Int64(day("2026-10-01").daysSinceEpoch) * 1_440
        let text = csv(minutes: first..<first + 50_000, steps: 100)
        let fates: [MemoryContent.Fate] = [
            .fails(from: 0, .gone), .fails(from: 300_000, .gone),
            .failsInParse(from: 0, .gone), .failsInParse(from: 700_000, .gone),
            .failsAtCheck(.gone),
        ]
        for fate in fates {
            let result = bench.take(place, holding: text, fate)
            #expect(result.isGone && !result.isSettled, "\(fate)")
        }
        let closed = ContentOpener { throw ContentFailure.gone }
        #expect(bench.take(place, from: closed).isGone)
        #expect(try bench.store.files(person: nil).isEmpty)
        #expect(try bench.store.markedDays(person: "me").isEmpty)
        // Plugged in again, it is taken whole.
        let record = try #require(bench.take(place, holding: text, .stays).record)
        #expect(record.file.outcome == .taken && record.file.readings == 50_000)
    }

    @Test func `what cannot be read waits with its reason, and is taken when it can be`() throws {
        let bench = try IntakeBench()
        let reason = "the file's chain leads astray at cluster 7"
        let text = csv(minutes: 0..<10)
        for fate: MemoryContent.Fate in [
            .fails(from: 10, .unreadable(reason)), .failsInParse(from: 10, .unreadable(reason)),
            .failsAtCheck(.unreadable(reason)),
        ] {
            let result = bench.take(place, holding: text, fate)
            let file = try #require(result.record).file
            #expect(file.outcome == .waiting && file.readings == 0 && !result.isSettled)
            #expect(file.problems.first.map(\.message) == ["\(reason); it is tried again"])
        }
        #expect(try bench.store.files(person: "me").map(\.outcome) == [.waiting])
        #expect(try bench.store.markedDays(person: "me").isEmpty)
        #expect(bench.take(place, holding: text, .stays).record?.file.outcome == .taken)
        #expect(try bench.store.files(person: "me").map(\.outcome) == [.taken])
    }

    @Test func `a content that changes while it is read, or ends before its size, is put back`()
        throws
    {
        let bench = try IntakeBench()
        for fate: MemoryContent.Fate in [.changes, .endsEarly(at: 100)] {
            let result = bench.take(place, holding: csv(minutes: 0..<10), fate)
            #expect(result.stillFor == 2_000 && !result.isSettled)
        }
        #expect(try bench.store.files(person: nil).isEmpty)
    }

    @Test func `a content that claims to have read more than it could is held to its length`()
        throws
    {
        let bench = try IntakeBench()
        let record = try #require(
            bench.take(place, holding: csv(minutes: 0..<10), .boasts).record
        )
        #expect(record.file.outcome == .taken && record.file.readings == 10)
    }

    @Test func `a refused content is settled, and refused again when it comes again`() throws {
        let bench = try IntakeBench()
        for _ in 0..<2 {
            let result = bench.take(place, holding: "Dear all,\nsee you.\n", .stays)
            #expect(result.record?.file.outcome == .refused && result.isSettled)
        }
    }

    @Test func `an opener opens what another opener opened`() throws {
        let bench = try IntakeBench()
        let archive = ContentOpener { MemoryContent("....." + csv(minutes: 0..<10)) }
        let member = ContentOpener { ContentSlice(of: try archive.open(), from: 5) }
        let record = try #require(bench.take(place, from: member).record)
        #expect(record.file.outcome == .taken && record.file.readings == 10)
        let empty = ContentOpener { throw ContentFailure.gone }
        let lost = ContentOpener { ContentSlice(of: try empty.open(), from: 5) }
        #expect(bench.take(place, from: lost).isGone)
    }

    @Test func `openers are told apart by what they are, not by what they open`() {
        let one = ContentOpener { MemoryContent("") }
        let other = ContentOpener { MemoryContent("") }
        #expect(one == one && one != other)
        #expect(Set([one, other, one]).count == 2)
    }
}

/// A part of another content, as a member of an archive is.
private final class ContentSlice: FileContent {
    private let whole: any FileContent
    private let start: Int64

    init(of whole: any FileContent, from start: Int64) {
        self.whole = whole
        self.start = start
    }

    var size: Int64 { whole.size - start }
    var modified: Instant? { whole.modified }

    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try whole.read(at: offset + start, into: buffer)
    }

    func isUnchanged() throws -> Bool { try whole.isUnchanged() }
}
