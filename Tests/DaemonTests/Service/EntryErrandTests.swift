import LinuxSystem
import Model
import TestSupport
import Testing

@testable import Daemon

struct EntryErrandTests {
    private let entry = DiaryEntry(
        time: Instant(milliseconds: 1_795_258_800_123),
        content: .pain(4)
    )

    private func errand(
        _ home: ServiceHome,
        person: String? = nil,
        patience: Int64 = 100
    ) throws -> EntryErrand {
        try EntryErrand(household: home.household(), person: person, patience: patience)
    }

    private func diary(_ home: ServiceHome, of person: String = "me") throws -> [DiaryEntry] {
        try WalkBook(household: home.household(), person: person).diary()
    }

    @Test func `without a daemon an entry is written and taken at once, to the second`() throws {
        let home = try ServiceHome()
        #expect(try errand(home).enter(entry, note: "after lunch") == .taken)
        #expect(try diary(home) == [entry.cutToSeconds])
        #expect(try diary(home)[0].time.milliseconds == 1_795_258_800_000)
        let lines = Program.text(home.inbox.appending("diary.csv").shown).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[1].hasSuffix(",pain,4,after lunch"))
    }

    @Test func `the same entry twice is one entry`() throws {
        let home = try ServiceHome()
        for _ in 0..<2 { #expect(try errand(home).enter(entry) == .taken) }
        #expect(try diary(home) == [entry.cutToSeconds])
    }

    @Test func `while somebody holds the lock the line is written and waits, and is not lost`()
        throws
    {
        let home = try ServiceHome()
        let household = try home.household()
        try household.makeFolders()
        var lock: FileLock? = try household.takeLock()
        #expect(try errand(home).enter(entry) == .waiting)
        #expect(Program.text(home.inbox.appending("diary.csv").shown).contains(",pain,4,"))
        #expect(try diary(home).isEmpty)
        withExtendedLifetime(lock) {}
        lock = nil
        #expect(try home.once() == .done)
        #expect(try diary(home) == [entry.cutToSeconds])
    }

    @Test func `a running daemon takes the line while the command waits`() throws {
        let home = try TestHome()
        let daemon = try home.start("ambled", [])
        #expect(eventually { Program.text(home.state + "/ambled.lock").isEmpty == false })
        let run = try home.run("amble", ["pain", "4"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "Noted: pain 4, usual 4.\n")
        #expect(Program.text(home.inbox + "/diary.csv").contains(",pain,4,"))
        daemon.send(15)
        #expect(daemon.finish().status == 0)
    }

    @Test func `the diary is that of the inbox, or of a folder of the named person`() throws {
        let home = try ServiceHome(
            """
            [[folder]]
            path = "inbox"
            person = "olga"
            [[folder]]
            path = "anna"
            person = "anna"

            """
        )
        try Folder.make(home.folder.appending("anna"), mode: 0o700)
        #expect(try errand(home).person == "olga")
        #expect(try errand(home).enter(entry) == .taken)
        #expect(try errand(home, person: "anna").enter(entry) == .taken)
        #expect(try diary(home, of: "olga").count == 1)
        #expect(try diary(home, of: "anna").count == 1)
        #expect(File.exists(home.folder.appending("anna/diary.csv")))
        let failure = #expect(throws: Failure.self) { try errand(home, person: "bob") }
        #expect(failure?.code == .usage)
        #expect(failure?.description.contains("\"bob\"") == true)
    }

    @Test func `a time more than 26 hours ahead is refused before anything is written`() throws {
        let home = try ServiceHome()
        let now = try home.household().now
        let near = DiaryEntry(time: now.advanced(by: 26 * 3_600_000), content: .moves(10))
        let far = DiaryEntry(time: near.time.advanced(by: 1000), content: .moves(10))
        let failure = #expect(throws: Failure.self) { try errand(home).enter(far) }
        #expect(failure?.code == .usage)
        #expect(!File.exists(home.inbox.appending("diary.csv")))
        #expect(try errand(home).enter(near) == .taken)
    }

    @Test func `a file of the name that is no diary is left alone`() throws {
        let home = try ServiceHome()
        home.drop("diary.csv", "Dear diary,\n")
        let failure = #expect(throws: Failure.self) { try errand(home).enter(entry) }
        #expect(failure?.code == .wrongData)
        #expect(Program.text(home.inbox.appending("diary.csv").shown) == "Dear diary,\n")
    }

    @Test func `another line that is wrong keeps no entry back`() throws {
        let home = try ServiceHome()
        home.drop("diary.csv", "time,entry,value,note\n2026-11-20T10:00,pain,eleven,\n")
        #expect(try errand(home).enter(entry) == .taken)
        #expect(try diary(home) == [entry.cutToSeconds])
    }

    /// Enters a plan and an urgent flag, an hour and half an hour before the entry.
    private func enterPlanAndFlag(_ home: ServiceHome) throws -> [DiaryEntry] {
        let entries = [
            DiaryEntry(time: entry.time.advanced(by: -3_600_000), content: .plan(.start)),
            DiaryEntry(time: entry.time.advanced(by: -1_800_000), content: .flag(.fever)),
        ]
        for entry in entries { #expect(try errand(home).enter(entry) == .taken) }
        return entries.map(\.cutToSeconds)
    }

    @Test(arguments: ["removed", "emptied"])
    func `a diary that is gone is begun anew with all it said`(fate: String) throws {
        let home = try ServiceHome()
        let entered = try enterPlanAndFlag(home)
        let file = home.inbox.appending("diary.csv")
        if fate == "removed" { try File.unlink(file) } else { home.drop("diary.csv", "") }
        #expect(try errand(home).enter(entry) == .taken)
        #expect(try diary(home) == entered + [entry.cutToSeconds])
        let lines = Program.text(file.shown).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[1].hasSuffix(",plan,start,"))
        #expect(lines[2].hasSuffix(",flag,fever,"))
        #expect(lines[3].hasSuffix(",pain,4,"))
    }

    @Test func `a line that a person took out of a file that is there stays out`() throws {
        let home = try ServiceHome()
        let entered = try enterPlanAndFlag(home)
        let file = home.inbox.appending("diary.csv")
        let lines = Program.text(file.shown).split(separator: "\n")
        home.drop("diary.csv", lines.dropLast().joined(separator: "\n") + "\n")
        #expect(try errand(home).enter(entry) == .taken)
        #expect(try diary(home) == [entered[0], entry.cutToSeconds])
    }

    @Test func `what another person said is not written into a new diary`() throws {
        let home = try ServiceHome(
            """
            [[folder]]
            path = "anna"
            person = "anna"

            """
        )
        try Folder.make(home.folder.appending("anna"), mode: 0o700)
        _ = try enterPlanAndFlag(home)
        #expect(try errand(home, person: "anna").enter(entry) == .taken)
        #expect(try diary(home, of: "anna") == [entry.cutToSeconds])
    }
}
