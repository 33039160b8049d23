import Model
import Scoring
import Store
import TestSupport
import Testing

@testable import Daemon

struct DaysReadTests {
    @Test func `a day is compared with the days before it, which are not shown`() throws {
        let home = try ServiceHome()
        for day in 14...20 { home.drop("\(day).csv", walk(30, on: "2026-11-\(day)")) }
        try home.once()
        let scored = try read(home, "2026-11-20", "2026-11-20")
        #expect(scored.map(\.day.date.description) == ["2026-11-20"])
        #expect(scored.first?.finding.average.daysWithData == 7)
        #expect(scored.first?.finding.average.tenthsOfMinute == 300)
        #expect(scored.first?.finding.percent == 33)
    }

    @Test func `the goal is the one that is set`() throws {
        let home = try ServiceHome("goal-minutes = 60\n")
        home.drop("a.csv", walk(30, on: "2026-11-20"))
        try home.once()
        #expect(try read(home, "2026-11-20", "2026-11-20").first?.finding.percent == 50)
    }

    @Test func `a day without data knows of the last record, however long ago`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2025-11-20"))
        try home.once()
        let scored = try read(home, "2026-11-19", "2026-11-20")
        #expect(scored.map(\.day.coverage) == [.none, .none])
        #expect(scored.compactMap(\.lastData).count == 2)
        #expect(scored.first?.lastData?.time == Instant(rfc3339: "2025-11-20T10:09:00Z"))
    }

    @Test func `the running day is marked as such`() throws {
        let scored = try read(ServiceHome(), "2026-11-20", "2026-11-21")
        #expect(scored.map(\.isRunning) == [false, true])
    }

    private func read(_ home: ServiceHome, _ first: String, _ last: String) throws -> [ScoredDay] {
        let workshop = try home.workshop()
        defer { workshop.close() }
        let household = workshop.household
        let from = try #require(CivilDay(iso: first))
        let to = try #require(CivilDay(iso: last))
        return try DaysRead(store: workshop.store, household: household, person: "me")
            .scored(from...to)
    }
}
