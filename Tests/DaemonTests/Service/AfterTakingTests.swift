import Ingest
import LinuxSystem
import Model
import TestSupport
import Testing

@testable import Daemon

struct AfterTakingTests {
    private static let move = "[[folder]]\npath = \"inbox\"\nafter = \"move\"\n"

    @Test func `by default nothing in a watched folder is touched`() throws {
        let home = try ServiceHome()
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        home.drop("b.csv", "Dear all,\n")
        #expect(try home.once() == .wrongData)
        #expect(names(in: home.inbox) == ["a.csv", "b.csv"])
    }

    @Test func `what was taken and what was refused part their ways`() throws {
        let home = try ServiceHome(Self.move)
        home.drop("good.csv", walk(10, on: "2026-11-20"))
        home.drop("part.csv", walk(10, on: "2026-11-19") + "2026-11-19T12:00:00Z,1O\n")
        home.drop("bad.csv", "Dear all,\n")
        #expect(try home.once() == .wrongData)
        #expect(names(in: home.inbox) == ["refused", "taken"])
        #expect(names(in: home.inbox.appending("taken")) == ["good.csv", "part.csv"])
        let refused = home.inbox.appending("refused")
        #expect(names(in: refused) == ["bad.csv", "bad.csv.why.txt"])
        #expect(!Program.text(refused.appending("bad.csv.why.txt").shown).isEmpty)
        #expect(Program.text(refused.appending("bad.csv").shown) == "Dear all,\n")
        #expect(try home.once() == .done)
    }

    @Test func `the reasons name line and column where there are any`() throws {
        let home = try ServiceHome(Self.move)
        let path = home.drop("a.csv", "x")
        tidy(
            record(
                .refused,
                path: path.shown,
                problems: [
                    Problem(at: TextPlace(line: 14, column: 9, byte: 99), "\"12,5O\" is no number"),
                    Problem(at: .wholeFile, "nothing of it could be read"),
                ]
            ),
            home
        )
        #expect(
            Program.text(home.inbox.appending("refused/a.csv.why.txt").shown) == """
                line 14, column 9: "12,5O" is no number
                nothing of it could be read

                """
        )
    }

    @Test func `a name that is in use is never overwritten`() throws {
        let home = try ServiceHome(Self.move)
        for length in 5...7 {
            home.drop("a.csv", walk(length, on: "2026-11-20"))
            try home.once()
        }
        let taken = home.inbox.appending("taken")
        #expect(names(in: taken) == ["a.csv", "a.csv.2", "a.csv.3"])
        #expect(Program.text(taken.appending("a.csv").shown) == walk(5, on: "2026-11-20"))
        #expect(Program.text(taken.appending("a.csv.3").shown) == walk(7, on: "2026-11-20"))
    }

    @Test func `reasons never overwrite a file that bears their name`() throws {
        let home = try ServiceHome(Self.move)
        home.drop("a.csv.why.txt", "Dear all,\n")
        tidy(record(.refused, path: home.inbox.appending("a.csv.why.txt").shown), home)
        let second = home.drop("a.csv", "x")
        tidy(record(.refused, path: second.shown), home)
        let refused = home.inbox.appending("refused")
        #expect(Program.text(refused.appending("a.csv.why.txt").shown) == "Dear all,\n")
        #expect(names(in: refused).contains("a.csv.2.why.txt"))
        #expect(Program.text(refused.appending("a.csv.2").shown) == "x")
    }

    @Test func `a file that waits stays, and so does one that was tidied before`() throws {
        let home = try ServiceHome(Self.move)
        let path = home.drop("a.csv", "x")
        tidy(record(.waiting, path: path.shown), home)
        #expect(names(in: home.inbox) == ["a.csv"])
        tidy(record(.taken, path: path.shown), home)
        tidy(record(.known, path: home.inbox.appending("taken/a.csv").shown, isNew: false), home)
        #expect(names(in: home.inbox.appending("taken")) == ["a.csv"])
    }

    @Test func `a known copy is moved as well`() throws {
        let home = try ServiceHome(Self.move)
        home.drop("a.csv", walk(10, on: "2026-11-20"))
        home.drop("b.csv", walk(10, on: "2026-11-20"))
        #expect(try home.once() == .done)
        #expect(names(in: home.inbox.appending("taken")) == ["a.csv", "b.csv"])
    }

    @Test func `a file that cannot be moved is told, and no reasons are left for it`() throws {
        let home = try ServiceHome(Self.move)
        let heard = HeardLog()
        let missing = home.inbox.appending("gone.csv").shown
        tidy(record(.refused, path: missing), home, heard)
        #expect(heard.lines.count == 1)
        #expect(heard.lines.first?.contains("could not be moved") == true)
        #expect(names(in: home.inbox.appending("refused")) == [])
        home.drop("taken", "a file where the folder should be")
        let path = home.drop("a.csv", "x")
        tidy(record(.taken, path: path.shown), home, heard)
        #expect(heard.lines.count == 2)
        #expect(names(in: home.inbox).contains("a.csv"))
    }

    private func tidy(_ record: IntakeRecord, _ home: ServiceHome, _ log: HeardLog = HeardLog()) {
        guard let folder = try? home.household().folders.first else { return }
        AfterTaking(folder: folder, log: log.logger).tidy(record.file)
    }

    private func names(in folder: FilePath) -> [String] {
        ((try? Folder.entries(folder)) ?? []).map { String(decoding: $0.name, as: UTF8.self) }
            .sorted()
    }
}
