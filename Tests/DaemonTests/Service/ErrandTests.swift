import Dispatch
import Glibc
import LinuxSystem
import Synchronization
import TestSupport
import Testing

@testable import Daemon

struct ErrandTests {
    @Test func `folders stand for the files in them, whatever else they hold`() throws {
        let home = try ServiceHome()
        try Folder.make(home.inbox.appending("deep/er"), mode: 0o700)
        for name in ["b.csv", "a.gpx", ".hidden", "deep/er/c.csv"] { home.drop(name, "x") }
        home.inbox.appending("pipe.csv").withCString { _ = mkfifo($0, 0o600) }
        let alone = home.folder.appending("alone.csv")
        TestHome.write([], to: alone.shown)
        let files = try errand(home).files(at: [alone, home.inbox])
        #expect(
            files
                == [alone] + ["a.gpx", "b.csv", "deep/er/c.csv"].map { home.inbox.appending($0) }
        )
    }

    @Test func `a path that is no file is named, with why`() throws {
        let home = try ServiceHome()
        home.inbox.appending("pipe").withCString { _ = mkfifo($0, 0o600) }
        home.inbox.appending("link").withCString { _ = symlink("/etc/passwd", $0) }
        for name in ["missing.csv", "pipe", "link"] {
            let failure = #expect(throws: Failure.self) {
                try errand(home).files(at: [home.inbox.appending(name)])
            }
            #expect(failure?.code == .noInput, "\(name)")
            #expect(failure?.description.contains(name) == true)
        }
    }

    @Test func `without a daemon an errand does the work itself`() throws {
        let home = try ServiceHome()
        let path = home.folder.appending("a.csv")
        TestHome.write(Array(walk(10, on: "2026-11-20").utf8), to: path.shown)
        let outcome = try errand(home).take([path])
        #expect(outcome.code == .done && !outcome.byDaemon && outcome.sentence.isEmpty)
        #expect(home.told.count == 1)
        #expect(try errand(home).rebuild().code == .done)
        TestHome.write(Array("Dear all,\n".utf8), to: path.shown)
        for _ in 0..<2 { #expect(try errand(home).take([path]).code == .wrongData) }
    }

    @Test func `with a daemon at work it asks, and hands the answer on`() throws {
        let home = try ServiceHome()
        let household = try home.household()
        try household.makeFolders()
        let lock = try household.takeLock()
        let path = FilePath("/somewhere/a.csv")
        let asked = answering(household) { request in
            DaemonAnswer(
                code: request.paths == [path] ? .wrongData : .usage,
                sentence: "as you say"
            )
        }
        let outcome = try errand(home).take([path])
        #expect(outcome.code == .wrongData && outcome.byDaemon)
        #expect(outcome.sentence == "as you say")
        asked.wait()
        #expect(try Folder.entries(household.requestsFolder).isEmpty)
        withExtendedLifetime(lock) {}
    }

    @Test func `when the holder of the lock ends without an answer, the errand goes itself`() throws
    {
        let home = try ServiceHome()
        let household = try home.household()
        try household.makeFolders()
        let held = Mutex<FileLock?>(try household.takeLock())
        let path = home.folder.appending("a.csv")
        TestHome.write(Array(walk(10, on: "2026-11-20").utf8), to: path.shown)
        let released = onRequest(household) { _ in held.withLock { $0 = nil } }
        let outcome = try errand(home).take([path])
        #expect(outcome.code == .done && !outcome.byDaemon)
        released.wait()
        #expect(home.told.count == 1)
        #expect(try Folder.entries(household.requestsFolder).isEmpty)
    }

    @Test func `a request that vanished is asked anew of whoever holds the lock now`() throws {
        let home = try ServiceHome()
        let household = try home.household()
        try household.makeFolders()
        let lock = try household.takeLock()
        let swept = onRequest(household) { path in
            RequestDesk(folder: household.requestsFolder).withdraw(path)
        }
        let second = DispatchSemaphore(value: 0)
        DispatchQueue.global().async { @Sendable in
            swept.wait()
            self.answering(household) { _ in DaemonAnswer(code: .done) }.wait()
            second.signal()
        }
        #expect(try errand(home).rebuild().code == .done)
        second.wait()
        withExtendedLifetime(lock) {}
    }

    private func errand(_ home: ServiceHome) throws -> Errand {
        Errand(household: try home.household(), person: "me")
    }

    /// Answers the first request as a daemon would.
    private func answering(
        _ household: Household,
        _ answer: @escaping @Sendable (DaemonRequest) -> DaemonAnswer
    ) -> DispatchSemaphore {
        let desk = RequestDesk(folder: household.requestsFolder)
        return onRequest(household) { path in
            guard let request = desk.read(path) else { return }
            try? desk.answer(path, with: answer(request))
        }
    }

    /// Does something once a request lies on the desk; the semaphore tells when it is done.
    private func onRequest(
        _ household: Household,
        _ body: @escaping @Sendable (FilePath) -> Void
    ) -> DispatchSemaphore {
        let done = DispatchSemaphore(value: 0)
        let desk = RequestDesk(folder: household.requestsFolder)
        DispatchQueue(label: "amble.test.daemon").async { @Sendable in
            var found: FilePath?
            _ = eventually {
                let entries = (try? Folder.entries(desk.folder)) ?? []
                found = entries.map { desk.folder.appending($0.name) }.first(where: desk.isRequest)
                return found != nil
            }
            if let found { body(found) }
            done.signal()
        }
        return done
    }
}
