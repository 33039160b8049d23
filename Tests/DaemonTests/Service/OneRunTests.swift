import Ingest
import LinuxSystem
import Model
import Store
import Synchronization
import TestSupport
import Testing

@testable import Daemon

struct OneRunTests {
    @Test func `one run takes, derives and tells what lies in every folder`() throws {
        let home = try ServiceHome("[[folder]]\npath = \"anna\"\nperson = \"anna\"\n")
        try Folder.make(home.folder.appending("anna"), mode: 0o700)
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        TestHome.write(
            Array(walk(20, on: "2026-11-20").utf8),
            to: home.folder.appending("anna/a.csv").shown
        )
        #expect(try home.once() == .done)
        let workshop = try home.workshop()
        defer { workshop.close() }
        for (person, steps) in [("me", 1_000), ("anna", 2_000)] as [(String, Int64)] {
            let day = try #require(CivilDay(iso: "2026-11-20"))
            let days = try workshop.store.days(person: person, in: day...day)
            #expect(days.map { $0.steps?.count } == [steps])
        }
        #expect(home.told.count == 2)
    }

    @Test func `it waits for nothing: a file without its end is judged as it is`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", String(walk(10, on: "2026-11-20").dropLast(8)))
        #expect(try home.once() == .wrongData)
    }

    @Test func `a file refused in an earlier run is no news`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", "Dear all,\n")
        #expect(try home.once() == .wrongData)
        #expect(try home.once() == .done)
    }

    @Test func `no file at all is fine, and so is a folder that is not there`() throws {
        let home = try ServiceHome("[[folder]]\npath = \"nowhere\"\n")
        #expect(try home.once() == .done)
    }

    @Test func `progress counts every file once, up to all of them`() throws {
        let home = try ServiceHome()
        for number in 0..<5 { home.drop("\(number).csv", walk(5 + number, on: "2026-11-20")) }
        let seen = Mutex<[(Int, Int)]>([])
        let run = try OneRun(household: home.household()) { @Sendable step in
            seen.withLock { $0.append((step.done, step.total)) }
        }
        defer { run.close() }
        #expect(run.takeEverything() == .done)
        #expect(seen.withLock { $0.map(\.0) } == [1, 2, 3, 4, 5])
        #expect(seen.withLock { $0.map(\.1) } == [5, 5, 5, 5, 5])
    }

    @Test func `only one run at a time works in a state folder`() throws {
        let home = try ServiceHome()
        let first = try OneRun(household: home.household())
        let failure = #expect(throws: Failure.self) { try OneRun(household: home.household()) }
        #expect(failure?.code == .tryAgain)
        withExtendedLifetime(first) { first.close() }
    }

    @Test func `a rebuild gives the days that were there`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        try home.once()
        let run = try OneRun(household: home.household())
        #expect(try run.rebuild() == .done)
        run.close()
        #expect(home.told.count == 1)
    }
}
