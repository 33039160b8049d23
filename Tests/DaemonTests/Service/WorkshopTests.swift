import Ingest
import LinuxSystem
import Model
import Store
import TestSupport
import Testing

@testable import Daemon

struct WorkshopTests {
    @Test func `a damaged database is set aside, and the folders fill a new one`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        #expect(try home.once() == .done)
        let database = home.state.appending("amble.db")
        TestHome.write([UInt8](repeating: 0x55, count: 20_000), to: database.shown)
        let heard = HeardLog()
        let workshop = try home.workshop(log: heard.logger)
        #expect(try workshop.store.files(person: nil).isEmpty)
        workshop.close()
        #expect(heard.lines.first?.contains("The database is damaged") == true)
        let aside = names(home).filter { $0.hasPrefix("amble.db.damaged-20261121T120000Z") }
        #expect(aside.contains("amble.db.damaged-20261121T120000Z"))
        #expect(Program.bytes(home.state.appending(aside[0]).shown).count == 20_000)
        #expect(try home.once() == .done)
        let again = try home.workshop()
        defer { again.close() }
        #expect(try again.store.files(person: "me").map(\.outcome) == [.taken])
    }

    @Test func `a good database is left as it is`() throws {
        let home = try ServiceHome()
        for _ in 0..<2 { try home.workshop().close() }
        #expect(!names(home).contains { $0.contains("damaged") })
    }

    @Test func `a changed setting marks every day, an unchanged one none`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        try home.once()
        var workshop = try home.workshop()
        #expect(try workshop.store.markedDays(person: "me").isEmpty)
        workshop.close()
        home.configure("goal-minutes = 60")
        workshop = try home.workshop()
        #expect(try workshop.store.markedDays(person: "me").isEmpty)
        workshop.close()
        home.configure("time-zone = \"Asia/Tokyo\"")
        workshop = try home.workshop()
        defer { workshop.close() }
        #expect(try !workshop.store.markedDays(person: "me").isEmpty)
        workshop.catchUp()
        #expect(try workshop.store.markedDays(person: "me").isEmpty)
        let day = try #require(CivilDay(iso: "2026-11-20"))
        let days = try workshop.store.days(person: "me", in: day...day)
        #expect(days.map(\.zoneName) == ["Asia/Tokyo"])
    }

    @Test func `everything marked is derived to the same days again`() throws {
        let home = try ServiceHome()
        var exports = InventedExports(seed: 2)
        let first = try #require(CivilDay(iso: "2026-11-05"))
        home.drop("a.csv", InventedExports.csv(exports.minutes(from: first, days: 10)))
        try home.once()
        let workshop = try home.workshop()
        defer { workshop.close() }
        let all = first...first.advanced(by: 12)
        let days = try workshop.store.days(person: "me", in: all)
        #expect(days.contains { !$0.walks.isEmpty })
        try workshop.markEverything()
        workshop.catchUp()
        #expect(try workshop.store.days(person: "me", in: all) == days)
    }

    @Test func `a state folder that cannot hold a database says so`() throws {
        let home = try ServiceHome()
        try Folder.make(home.state.appending("amble.db"), mode: 0o700)
        let failure = #expect(throws: Failure.self) { try home.workshop() }
        #expect(failure?.description.contains("amble.db") == true)
    }

    private func names(_ home: ServiceHome) -> [String] {
        ((try? Folder.entries(home.state)) ?? []).map { String(decoding: $0.name, as: UTF8.self) }
            .sorted()
    }
}
