import LinuxSystem
import Model
import TestSupport
import Testing

@testable import Daemon

struct FileInspectionTests {
    @Test func `a file is told in all its parts, and nothing is made`() throws {
        let home = try ServiceHome()
        let path = home.drop("a.csv", walk(12, on: "2026-11-20"))
        let found = try inspection(home).inspect(path)
        #expect(found.file.outcome == .taken && found.file.readings == 12)
        #expect(found.file.path == path.bytes && found.file.person == "me")
        #expect(found.preview.count == 10)
        #expect(found.preview.first?.start == Instant(rfc3339: "2026-11-20T10:00:00Z"))
        #expect(!File.exists(home.state))
    }

    @Test func `a broken end is a problem, since nobody looks again`() throws {
        let home = try ServiceHome()
        let path = home.drop("a.csv", String(walk(12, on: "2026-11-20").dropLast(8)))
        let found = try inspection(home).inspect(path)
        #expect(found.report.endsEarly)
        #expect(found.file.outcome == .partly)
        #expect(found.file.problems.first.last?.place.line == 13)
    }

    @Test func `a file in no known dialect is refused with its reason`() throws {
        let home = try ServiceHome()
        let found = try inspection(home).inspect(home.drop("a.csv", "Dear all,\n"))
        #expect(found.file.outcome == .refused && found.file.dialect == nil)
        #expect(!found.file.problems.isEmpty)
    }

    @Test func `what is not there or is no file is no input`() throws {
        let home = try ServiceHome()
        for path in [home.inbox, home.inbox.appending("missing.csv")] {
            let failure = #expect(throws: Failure.self) { try inspection(home).inspect(path) }
            #expect(failure?.code == .noInput)
        }
    }

    private func inspection(_ home: ServiceHome) throws -> FileInspection {
        FileInspection(household: try home.household(), person: "me")
    }
}
