import Glibc
import LinuxSystem
import Model
import Scoring
import TestSupport
import Testing

@testable import Summary

/// A ledger in memory that can fail at a chosen call, as a crash or a full disk would.
private final class MemoryLedger: ToldLedger {
    struct Crash: Error {}

    private(set) var days: [String: [CivilDay: ToldDay]] = [:]
    /// The number of notes until one fails; nothing for never.
    var notesUntilCrash: Int?

    func told(person: String) -> [CivilDay: ToldDay] { days[person] ?? [:] }

    func note(_ noted: [ToldDay], person: String) throws {
        if let left = notesUntilCrash {
            if left == 0 { throw Crash() }
            notesUntilCrash = left - 1
        }
        for day in noted { days[person, default: [:]][day.date] = day }
    }
}

@Suite struct DailyTellingTests {
    private let now = Example.at("23:05:00.000")
    private let today = Example.date.advanced(by: 10)

    private func telling(
        _ ledger: MemoryLedger,
        _ folder: FilePath,
        person: String = "me"
    ) -> DailyTelling {
        DailyTelling(
            plan: TellingPlan(person: person, home: Example.home),
            ledger: ledger,
            log: SummaryLog(folder: folder, home: Example.home)
        )
    }

    private func lines(_ folder: FilePath, _ name: String = SummaryLog.textName) -> [String] {
        (text(folder.appending(name)) ?? "").split(separator: "\n").map { String($0) }
    }

    private func days(walks: Int) -> [ScoredDay] {
        (0..<5).map { shift in
            var day = Day(
                date: Example.date.advanced(by: shift),
                zoneName: "Europe/Oslo",
                coverage: .recorded,
                stepping: Example.day.stepping
            )
            day.walks = Array(repeating: Example.eveningWalk, count: walks)
            return Example.scored(day)
        }
    }

    @Test func `days are told once, revised when they change, and noted as written`() throws {
        try withTemporaryFolder { folder in
            let ledger = MemoryLedger()
            let first = telling(ledger, folder)
            let told = try first.tell(days(walks: 1), today: today, now: now)
            #expect(told.count == 5)
            #expect(try first.tell(days(walks: 1), today: today, now: now).isEmpty)
            #expect(try first.tell(days(walks: 2), today: today, now: now).count == 5)
            #expect(lines(folder).count == 10)
            #expect(try first.pendingDates() == [])
            #expect(ledger.told(person: "me").values.map(\.revision) == [2, 2, 2, 2, 2])
        }
    }

    @Test func `a crash at any note neither doubles nor loses a line`() throws {
        for crash in 0..<2 {
            try withTemporaryFolder { folder in
                let ledger = MemoryLedger()
                ledger.notesUntilCrash = crash
                #expect(throws: MemoryLedger.Crash.self) {
                    try telling(ledger, folder).tell(days(walks: 1), today: today, now: now)
                }
                ledger.notesUntilCrash = nil
                let pending = try telling(ledger, folder).pendingDates()
                #expect(pending.count == (crash == 0 ? 0 : 5))
                _ = try telling(ledger, folder).tell(days(walks: 1), today: today, now: now)
                #expect(Set(lines(folder)).count == 5 && lines(folder).count == 5)
                #expect(lines(folder, SummaryLog.objectName).count == 5)
                #expect(try telling(ledger, folder).pendingDates() == [])
            }
        }
    }

    @Test func `days that change after a crash go on from what the log holds`() throws {
        try withTemporaryFolder { folder in
            let ledger = MemoryLedger()
            ledger.notesUntilCrash = 1
            _ = try? telling(ledger, folder).tell(days(walks: 1), today: today, now: now)
            ledger.notesUntilCrash = nil
            _ = try telling(ledger, folder).tell(days(walks: 2), today: today, now: now)
            #expect(lines(folder).count == 10)
            let revised = lines(folder).suffix(5).filter { $0.hasSuffix(" · revised (2)") }
            #expect(revised.count == 5)
        }
    }

    @Test func `a full disk leaves lines pending, and telling again completes them`() throws {
        try withTemporaryFolder { folder in
            let ledger = MemoryLedger()
            // A folder in the log's place refuses every write, as a full disk does.
            try Folder.make(folder.appending(SummaryLog.objectName))
            #expect(throws: SystemError.self) {
                try telling(ledger, folder).tell(days(walks: 1), today: today, now: now)
            }
            #expect(try telling(ledger, folder).pendingDates().count == 5)
            try File.rename(
                folder.appending(SummaryLog.objectName),
                to: folder.appending("away")
            )
            _ = try telling(ledger, folder).tell(days(walks: 1), today: today, now: now)
            #expect(lines(folder).count == 5)
            #expect(lines(folder, SummaryLog.objectName).count == 5)
            try removeFolder(folder.appending("away"))
        }
    }

    @Test func `people share the log and not what was told`() throws {
        try withTemporaryFolder { folder in
            let ledger = MemoryLedger()
            _ = try telling(ledger, folder).tell(days(walks: 1), today: today, now: now)
            let hers = try telling(ledger, folder, person: "anna").tell(
                days(walks: 1),
                today: today,
                now: now
            )
            #expect(hers.count == 5)
            #expect(lines(folder).count == 10)
        }
    }

    @Test func `whatever happens, each day ends at its last content and no line comes twice`()
        throws
    {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<30 {
            try withTemporaryFolder { folder in
                let ledger = MemoryLedger()
                var walks = 0
                for _ in 0..<12 {
                    // Contents only ever grow, as observations do.
                    if Bool.random(using: &random) { walks += 1 }
                    ledger.notesUntilCrash =
                        Bool.random(using: &random)
                        ? Int.random(in: 0...1, using: &random) : nil
                    _ = try? telling(ledger, folder).tell(
                        days(walks: walks),
                        today: today,
                        now: now
                    )
                }
                ledger.notesUntilCrash = nil
                _ = try telling(ledger, folder).tell(days(walks: walks), today: today, now: now)
                let all = lines(folder)
                #expect(Set(all).count == all.count)
                let last = TellingPlan(person: "me", home: Example.home).lines(
                    days(walks: walks),
                    told: ledger.told(person: "me"),
                    today: today
                )
                #expect(last.isEmpty)
                for told in ledger.told(person: "me").values { #expect(all.contains(told.line)) }
            }
        }
    }

    private func removeFolder(_ path: FilePath) throws {
        guard path.withCString({ rmdir($0) }) == 0 else { throw SystemError.last("remove", path) }
    }
}
