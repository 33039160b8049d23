import Devices
import Ingest
import LinuxSystem
import Model
import TestSupport
import Testing

@testable import Daemon

@Suite("The files of one device on their way")
struct DeviceDeliveryTests {
    private func delivery(_ paths: [String]) -> DeviceDelivery {
        var delivery = DeviceDelivery(
            attachment: attachment(),
            name: DeviceName(vendor: "Garmin", product: "eTrex 30", serial: "E5F1"),
            serial: "E5F1",
            person: "anna"
        )
        for path in paths {
            delivery.add(key: key(path)) { MemoryContent([], modified: Instant(seconds: 0)) }
        }
        return delivery
    }

    private func key(_ path: String) -> DeviceFileKey {
        DeviceFileKey(serial: "E5F1", volume: "", path: path, size: 1, time: "1")
    }

    private func result(
        _ outcome: FileOutcome,
        from: String? = nil,
        to: String? = nil,
        isNew: Bool = true,
        marked: (String, String)? = nil
    ) throws -> IntakeResult {
        let file = SeenFile(
            path: Array("a".utf8),
            person: "anna",
            bytes: 1,
            outcome: outcome,
            from: from.flatMap { Instant(rfc3339: $0) },
            to: to.flatMap { Instant(rfc3339: $0) },
            problems: ProblemList([]),
            seen: Instant(seconds: 0)
        )
        let days = try marked.map { first, last in
            let lower = try #require(CivilDay(iso: first))
            return try lower...#require(CivilDay(iso: last))
        }
        let record = IntakeRecord(file: file, changedDays: from != nil, isNew: isNew, marked: days)
        return .recorded(record)
    }

    private func home() throws -> HomeZones { try ServiceHome().household().zones }

    @Test("Files go out a few at a time, each with the device as its source")
    func turns() throws {
        var delivery = delivery(["a", "b", "c"])
        #expect(delivery.label == "Garmin eTrex 30 (E5F1)")
        let first = delivery.next(atMost: 2)
        #expect(
            first.map(\.path) == [
                FilePath("Garmin eTrex 30 (E5F1)/a"), FilePath("Garmin eTrex 30 (E5F1)/b"),
            ]
        )
        #expect(first.allSatisfy { $0.sourceLabel == delivery.label && $0.person == "anna" })
        #expect(delivery.next(atMost: 2).isEmpty)
        #expect(delivery.progress == "0 of 3 files")
        delivery.note(try result(.known), of: first[1])
        #expect(delivery.progress == "1 of 3 files")
        #expect(!delivery.holds(first[1]) && delivery.holds(first[0]))
        let last = delivery.next(atMost: 2)
        #expect(last.count == 1 && !delivery.isDone)
        delivery.note(try result(.known), of: first[0])
        delivery.note(try result(.known), of: last[0])
        // Said twice, it counts once.
        delivery.note(try result(.taken), of: last[0])
        #expect(delivery.isDone && delivery.settled.count == 3)
        #expect(delivery.shortfall.outcome == .read)
        #expect(delivery.changes(home: try home()) == "0 new files, no day changed")
    }

    @Test("New and refused files are counted, those seen again are not")
    func counts() throws {
        var delivery = delivery(["a", "b", "c", "d", "e"])
        let files = delivery.next(atMost: 9)
        let night = ("2026-11-20T22:00:00Z", "2026-11-20T23:00:00Z")
        delivery.note(try result(.taken, from: night.0, to: night.1), of: files[0])
        delivery.note(try result(.partly), of: files[1])
        delivery.note(try result(.refused), of: files[2])
        delivery.note(try result(.taken, isNew: false), of: files[3])
        delivery.note(try result(.refused, isNew: false), of: files[4])
        // 23:00Z is midnight in Oslo, the end of the 20th and not a part of the 21st.
        let words = "2 new files, 1 refused, day 2026-11-20 changed"
        #expect(delivery.changes(home: try home()) == words)
    }

    @Test("Only the days of which a file says something new have changed")
    func marked() throws {
        var delivery = delivery(["a", "b"])
        let files = delivery.next(atMost: 9)
        let span = ("2021-01-01T08:00:00Z", "2026-11-21T10:00:00Z")
        delivery.note(
            try result(.taken, from: span.0, to: span.1, marked: ("2026-11-21", "2026-11-21")),
            of: files[0]
        )
        #expect(delivery.changes(home: try home()) == "1 new file, day 2026-11-21 changed")
        delivery.note(
            try result(.taken, from: span.0, to: span.1, marked: ("2021-01-01", "2021-01-02")),
            of: files[1]
        )
        let words = "2 new files, days 2021-01-01 to 2026-11-21 changed"
        #expect(delivery.changes(home: try home()) == words)
    }

    @Test("Many files are counted in hundredths")
    func hundredths() throws {
        var delivery = delivery((0..<1_050).map { "\($0)" })
        let files = delivery.next(atMost: .max)
        for file in files.prefix(119) { delivery.note(try result(.known), of: file) }
        #expect(delivery.progress == "110 of 1050 files")
        for file in files.dropFirst(119) { delivery.note(try result(.known), of: file) }
        #expect(delivery.progress == "1050 of 1050 files")
    }

    @Test("What was not read decides when it is tried again")
    func shortfalls() throws {
        var gone = delivery(["a", "b"])
        gone.note(.gone, of: gone.next(atMost: 1)[0])
        gone.dropWaiting()
        #expect(gone.isDone && gone.shortfall.outcome == .failed(.gone))
        #expect(gone.shortfall.sentence?.hasPrefix("it was unplugged") == true)

        var full = delivery(["a"])
        full.note(try result(.waiting), of: full.next(atMost: 1)[0])
        #expect(full.settled.isEmpty)
        #expect(
            full.shortfall.sentence
                == "the database could not take all of it; it is tried again by itself"
        )
        guard case .failed(.timedOut) = full.shortfall.outcome else {
            Issue.record("a full disk is tried again for as long as the device is there")
            return
        }

        var damaged = delivery(["a", "b"])
        for path in ["a", "b"] { damaged.failures.note(.damaged("it ends"), of: key(path)) }
        for file in damaged.next(atMost: 2) { damaged.note(try result(.waiting), of: file) }
        #expect(damaged.shortfall.outcome == .failed(.damaged("it ends")))
        #expect(
            damaged.shortfall.sentence
                == "a (and 1 more) could not be read: it ends; it is tried again when it is plugged in"
        )

        var growing = delivery(["a"])
        growing.note(.unfinished(stillForMilliseconds: 2_000), of: growing.next(atMost: 1)[0])
        #expect(
            growing.shortfall.sentence
                == "1 file was written meanwhile; it is tried again by itself"
        )
        #expect(growing.isBroken)
    }

    @Test("A device that went when all its files were in work is short of nothing")
    func nothingWaits() throws {
        var delivery = delivery(["a"])
        let file = delivery.next(atMost: 1)[0]
        delivery.dropWaiting()
        delivery.note(try result(.known), of: file)
        #expect(delivery.isDone && !delivery.isBroken)
    }
}
