import LinuxSystem
import Model
import Scoring
import Store
import Summary
import TestSupport
import Testing

@testable import Daemon

struct WalkBookTests {
    @Test func `a book without a database is empty, and makes none`() throws {
        let home = try ServiceHome()
        let book = try WalkBook(household: home.household(), person: "me")
        let today = try date("2026-11-21")
        #expect(book.today == today && book.owner == "me")
        #expect(try book.extent() == today...today)
        #expect(try book.files(of: "me").isEmpty && book.told().isEmpty)
        #expect(try book.minutes(today...today).isEmpty)
        #expect(try book.receipt(of: today).entries.isEmpty)
        let days = try book.days(today.advanced(by: -2)...today)
        #expect(days.map(\.day.coverage) == [.none, .none, .none])
        #expect(days.map(\.isRunning) == [false, false, true])
        #expect(!File.exists(home.state))
    }

    @Test func `the book shows what a run took`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-19"))
        home.drop("b.csv", "Dear all,\n")
        try home.once()
        let book = try WalkBook(household: home.household(), person: "me")
        let day = try date("2026-11-19")
        #expect(try book.extent() == day...book.today)
        let days = try book.days(book.extent())
        #expect(days.map { $0.day.steps?.count } == [1_000, nil, nil])
        #expect(days.map(\.day.walks.count) == [1, 0, 0])
        #expect(
            try book.minutes(book.extent()).map { $0.steps?.count }
                == Array(repeating: 100, count: 10)
        )
        #expect(try book.receipt(of: day).entries.first?.winners.first?.file.name == "a.csv")
        #expect(try book.files(of: "me").map(\.outcome) == [.taken, .refused])
        #expect(try book.told().map(\.date) == [day, day.advanced(by: 1)])
    }

    @Test func `no day later than today is shown`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20") + "2026-11-22T10:00:00Z,50\n")
        try home.once()
        let book = try WalkBook(household: home.household(), person: "me")
        let today = book.today
        #expect(try book.days(today...today.advanced(by: 9)).map(\.day.date) == [today])
        #expect(try book.days(today.advanced(by: 1)...today.advanced(by: 9)).isEmpty)
        #expect(try book.extent().upperBound == today)
    }

    @Test func `a person's book holds nobody else's days`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        try home.once()
        let book = try WalkBook(household: home.household(), person: "anna")
        #expect(try book.extent() == book.today...book.today)
        #expect(try book.files(of: "me").isEmpty && book.told().isEmpty)
    }

    @Test func `what was left marked is derived before the book is read`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        try home.once()
        let workshop = try home.workshop()
        try workshop.markEverything()
        workshop.close()
        let day = try date("2026-11-20")
        let book = try WalkBook(household: home.household(), person: "me")
        #expect(try book.days(day...day).map { $0.day.steps?.count } == [1_000])
        let after = try home.workshop()
        defer { after.close() }
        #expect(try after.store.markedDays(person: "me").isEmpty)
    }

    @Test func `a changed zone shows in the book at once`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        try home.once()
        home.zone = "Pacific/Auckland"
        let day = try date("2026-11-20")
        let book = try WalkBook(household: home.household(), person: "me")
        #expect(try book.days(day...day).map(\.day.zoneName) == ["Pacific/Auckland"])
        #expect(try book.days(day...day).first?.day.walks.count == 1)
    }

    @Test func `while somebody else works the book is read as it stands`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        try home.once()
        let run = try OneRun(household: home.household())
        home.configure("time-zone = \"Asia/Tokyo\"")
        let day = try date("2026-11-20")
        let book = try WalkBook(household: home.household(), person: "me")
        #expect(try book.days(day...day).map(\.day.zoneName) == ["Europe/Oslo"])
        withExtendedLifetime(run) { run.close() }
    }

    @Test func `a damaged database is a failure of reading, not an empty book`() throws {
        let home = try ServiceHome()
        try Folder.make(home.state, mode: 0o700)
        TestHome.write(
            [UInt8](repeating: 0x55, count: 9_000),
            to: home.state.appending("amble.db").shown
        )
        let failure = #expect(throws: Failure.self) {
            try WalkBook(household: home.household(), person: "me")
        }
        #expect(failure?.code == .inputOutput)
    }

    private func date(_ text: String) throws -> CivilDay {
        try #require(CivilDay(iso: text))
    }
}
