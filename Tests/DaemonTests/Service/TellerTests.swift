import Dispatch
import Glibc
import Ingest
import LinuxSystem
import Model
import Store
import TestSupport
import Testing

@testable import Daemon

struct TellerTests {
    @Test func `each ended day is told once, the running one not`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-19"))
        home.drop("b.csv", walk(12, on: "2026-11-20"))
        home.drop("c.csv", walk(14, on: "2026-11-21"))
        try home.once()
        #expect(home.told.map { String($0.prefix(10)) } == ["2026-11-19", "2026-11-20"])
        try home.once()
        #expect(home.told.count == 2)
    }

    @Test func `late data brings a revision of its day alone`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-19"))
        home.drop("b.csv", walk(12, on: "2026-11-20"))
        try home.once()
        home.drop("late.csv", walk(20, on: "2026-11-19"))
        try home.once()
        #expect(home.told.count == 3)
        #expect(home.told.last?.hasPrefix("2026-11-19") == true)
        #expect(home.told.last?.hasSuffix("revised (2)") == true)
    }

    @Test func `a day without data is told once, and as a revision once it has some`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-19"))
        for _ in 0..<3 { try home.once() }
        #expect(home.told.count == 2)
        #expect(home.told.last?.hasPrefix("2026-11-20 Fri  no data since Thu 11:09") == true)
        home.drop("b.csv", walk(10, on: "2026-11-20"))
        try home.once()
        #expect(home.told.count == 3)
        #expect(home.told.last?.hasSuffix("revised (2)") == true)
    }

    @Test func `days go on to be told while nothing comes in`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        try home.once()
        home.now = "2026-11-24T00:03:00+01:00"
        try home.once()
        #expect(
            home.told.map { String($0.prefix(10)) }
                == ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"]
        )
    }

    @Test func `one teller tells the next midnight without looking at all days`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        try home.once()
        let workshop = try home.workshop()
        defer { workshop.close() }
        let teller = Teller(household: workshop.household, store: workshop.store, log: .silent)
        for _ in 0..<2 { teller.tell(.done([])) }
        #expect(home.told.count == 1)
        teller.tell(.failed("the disk is full"))
        #expect(home.told.count == 1)
    }

    @Test func `a line noted before a crash is written after it, and not twice`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-19"))
        home.drop("b.csv", walk(10, on: "2026-11-20"))
        try home.once()
        let lines = home.told
        let log = home.state.appending("summary.log")
        // The crash came after the first line was appended and before the second.
        try pending(home)
        TestHome.write(Array((lines[0] + "\n").utf8), to: log.shown)
        try home.once()
        #expect(home.told == lines)
        // And this one after both, before they were noted as written.
        try pending(home)
        try home.once()
        #expect(home.told == lines)
    }

    @Test func `lines that cannot be written are told when they can`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-18"))
        home.drop("b.csv", walk(10, on: "2026-11-19"))
        home.drop("c.csv", walk(10, on: "2026-11-20"))
        try home.once()
        let workshop = try home.workshop()
        defer { workshop.close() }
        let heard = HeardLog()
        let teller = Teller(
            household: workshop.household,
            store: workshop.store,
            log: heard.logger
        )
        teller.tell(.done([]))
        try changeNineteenth(workshop.store)
        let kept = home.state.appending("kept")
        let log = home.state.appending("summary.log")
        try File.rename(log, to: kept)
        try Folder.make(log, mode: 0o700)
        teller.reopen()
        let day = try #require(CivilDay(iso: "2026-11-19"))
        teller.tell(.done([DerivedDates(person: "me", dates: day...day)]))
        #expect(heard.lines.last?.contains("its lines wait") == true)
        log.withCString { _ = rmdir($0) }
        try File.rename(kept, to: log)
        teller.tell(.done([]))
        #expect(home.told.count == 4)
        #expect(home.told.last?.hasPrefix("2026-11-19") == true)
        #expect(home.told.last?.hasSuffix("revised (2)") == true)
    }

    @Test func `the same facts go to the journal`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        let heard = HeardLog()
        let workshop = try home.workshop(log: heard.logger)
        defer { workshop.close() }
        let file = home.inbox.appending("a.csv")
        let intake = FileIntake(
            store: workshop.store,
            surroundings: FileIntake.Surroundings(
                home: workshop.household.zones,
                sourceZones: [:],
                clock: workshop.household.clock
            )
        )
        _ = intake.take(
            IncomingFile(path: file, person: "me", size: 0, unchangedMilliseconds: 0, isFinal: true)
        )
        let pipeline = workshop.pipeline(IngestPipeline.Events(finished: { _, _ in }))
        let end = DispatchSemaphore(value: 0)
        pipeline.refresh()
        pipeline.whenIdle { end.signal() }
        end.wait()
        #expect(heard.lines.map { String($0.dropFirst("notice: ".count)) } == home.told)
    }

    /// Makes every told line one that is not known to be written.
    private func pending(_ home: ServiceHome) throws {
        let workshop = try home.workshop()
        defer { workshop.close() }
        let extent = try #require(try workshop.store.toldExtent(person: "me"))
        let told = try workshop.store.toldDays(person: "me", in: extent)
        try workshop.store.note(
            told.map {
                Store.ToldDay(
                    person: $0.person,
                    date: $0.date,
                    text: $0.text,
                    revision: $0.revision,
                    isPending: true
                )
            }
        )
    }

    /// Gives the 19th more steps than it had when it was told.
    private func changeNineteenth(_ store: WalkStore) throws {
        let date = try #require(CivilDay(iso: "2026-11-19"))
        var day = try #require(try store.days(person: "me", in: date...date).first)
        day.steps = Steps(5_000)
        try store.save([day], replacing: date...date, clearing: nil, person: "me")
    }
}
