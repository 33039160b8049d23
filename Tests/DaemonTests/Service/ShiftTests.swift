import Dispatch
import LinuxSystem
import Model
import Store
import Synchronization
import TestSupport
import Testing

@testable import Daemon

struct ShiftTests {
    /// A shift on a queue of its own, and what it said.
    private final class Night: Sendable {
        let queue = DispatchQueue(label: "amble.test.shift")
        let shift: Shift
        let said: Said

        init(_ home: ServiceHome, log: HeardLog = HeardLog()) throws {
            let household = try home.household()
            try household.makeFolders()
            let said = Said()
            shift = try Shift(
                household: household,
                queue: queue,
                isDamaged: false,
                log: log.logger,
                events: Shift.Events(
                    armed: { @Sendable in said.arm() },
                    damaged: {},
                    status: { @Sendable in said.note($0) }
                )
            )
            self.said = said
            queue.sync { shift.start() }
        }

        func stop() -> Bool {
            let end = DispatchSemaphore(value: 0)
            queue.sync { shift.stop { @Sendable in end.signal() } }
            return end.wait(timeout: .now() + 120) == .success
        }
    }

    /// What a shift told its service.
    private final class Said: Sendable {
        private let lines = Mutex<[String]>([])
        private let armed = Mutex(0)

        func note(_ line: String) { lines.withLock { $0.append(line) } }
        func arm() { armed.withLock { $0 += 1 } }
        var timesArmed: Int { armed.withLock { $0 } }
        var last: String? { lines.withLock { $0.last } }
    }

    @Test func `what lies in the folders and what comes is taken, derived and told`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-19"))
        let night = try Night(home)
        #expect(eventually { night.said.timesArmed == 1 && home.told.count == 2 })
        home.drop("b.csv", walk(20, on: "2026-11-20"))
        #expect(eventually { home.told.count == 3 })
        #expect(eventually { night.said.last == "Watching 1 folder · 2 files taken" })
        #expect(night.stop())
        #expect(night.said.timesArmed == 1)
    }

    @Test func `a refused file is told once, with its reason`() throws {
        let home = try ServiceHome()
        let heard = HeardLog()
        let night = try Night(home, log: heard)
        home.drop("a.csv", "Dear all,\n")
        #expect(eventually { night.said.last == "Watching 1 folder · 0 files taken, 1 refused" })
        home.drop("b.csv", walk(10, on: "2026-11-20"))
        #expect(eventually { home.told.count == 1 })
        #expect(night.stop())
        let refusals = heard.lines.filter { $0.contains("refused: ") }
        #expect(refusals.count == 1)
        #expect(refusals.first?.hasPrefix("warning: refused: ") == true)
        #expect(refusals.first?.contains("/a.csv:") == true)
    }

    @Test func `what an earlier run left marked is derived without any file`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        try home.once()
        home.configure("time-zone = \"Asia/Tokyo\"")
        let night = try Night(home)
        let day = try #require(CivilDay(iso: "2026-11-20"))
        let store = try WalkStore.openReadOnly(path: home.state.appending("amble.db").shown)
        defer { store.close() }
        #expect(
            try eventually {
                try store.days(person: "me", in: day...day).map(\.zoneName) == ["Asia/Tokyo"]
            }
        )
        #expect(night.stop())
    }

    @Test func `commands are served and answered once all is derived`() throws {
        let home = try ServiceHome()
        let night = try Night(home)
        let desk = RequestDesk(folder: home.state.appending("requests"))
        let good = home.folder.appending("good.csv")
        let bad = home.folder.appending("bad.csv")
        TestHome.write(Array(walk(10, on: "2026-11-20").utf8), to: good.shown)
        TestHome.write(Array("Dear all,\n".utf8), to: bad.shown)
        for (name, request, code) in [
            ("1", DaemonRequest(.importFiles, person: "me", paths: [good]), .done),
            ("2", DaemonRequest(.importFiles, person: "me", paths: [good, bad]), .wrongData),
            ("3", DaemonRequest(.importFiles, person: "me"), .done),
            ("4", DaemonRequest(.rebuild, person: "me"), .done),
        ] as [(String, DaemonRequest, ExitCode)] {
            let path = try desk.ask(request, as: name)
            var answer: DaemonAnswer?
            #expect(
                eventually {
                    answer = desk.takeAnswer(to: path)
                    return answer != nil
                },
                "\(name)"
            )
            #expect(answer == DaemonAnswer(code: code), "\(name)")
            #expect(home.told.count == 1)
        }
        #expect(night.stop())
        #expect(try Folder.entries(desk.folder).isEmpty)
    }

    @Test func `a request that nobody answered is served by the next shift`() throws {
        let home = try ServiceHome()
        let desk = RequestDesk(folder: home.state.appending("requests"))
        let file = home.folder.appending("a.csv")
        TestHome.write(Array(walk(10, on: "2026-11-20").utf8), to: file.shown)
        try home.household().makeFolders()
        let path = try desk.ask(DaemonRequest(.importFiles, person: "me", paths: [file]), as: "1")
        let night = try Night(home)
        #expect(eventually { desk.takeAnswer(to: path) == DaemonAnswer(code: .done) })
        #expect(home.told.count == 1)
        #expect(night.stop())
    }

    @Test func `a shift that watches is alive, and lets go of the store at its end`() throws {
        let home = try ServiceHome()
        let night = try Night(home)
        let alive = DispatchSemaphore(value: 0)
        night.queue.sync { night.shift.ping { @Sendable in alive.signal() } }
        #expect(alive.wait(timeout: .now() + 120) == .success)
        night.queue.sync { night.shift.reopenLog() }
        #expect(night.stop())
        #expect(!File.exists(home.state.appending("amble.db-wal")))
    }
}
