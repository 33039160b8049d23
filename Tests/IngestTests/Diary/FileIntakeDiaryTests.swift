import LinuxSystem
import Model
import Store
import Testing

@testable import Ingest

struct FileIntakeDiaryTests {
    @Test func `a diary is taken, and again only when its path says something else`() throws {
        let desk = try DiaryDesk()
        let first = try #require(desk.say("2026-11-21T08:00:00+01:00,pain,4,"))
        #expect(first.file.outcome == .taken)
        #expect(first.file.dialect == "diary")
        #expect(first.file.readings == 1)
        #expect(first.isNew)
        #expect(first.changedDays)
        let again = try #require(desk.take())
        #expect(!again.isNew)
        #expect(!again.changedDays)
        #expect(try desk.entries() == ["pain 4"])
    }

    @Test func `a line corrected and corrected back ends with what the file says`() throws {
        let desk = try DiaryDesk()
        desk.say("2026-11-21T08:00,pain,4,")
        desk.say("2026-11-21T08:00,pain,6,")
        #expect(try desk.entries() == ["pain 6"])
        let back = try #require(desk.say("2026-11-21T08:00,pain,4,"))
        #expect(back.changedDays)
        #expect(back.file.outcome == .taken)
        #expect(try desk.entries() == ["pain 4"])
    }

    @Test func `what a file said stays when the file is gone or is none any more`() throws {
        let desk = try DiaryDesk()
        desk.say("2026-11-21T08:00,pain,4,")
        try File.unlink(desk.path())
        #expect(desk.take() == nil)
        desk.write("not,a\ndiary,1\n")
        #expect(desk.take()?.file.outcome == .refused)
        #expect(try desk.entries() == ["pain 4"])
        let wrong = try #require(desk.say("2026-11-21T08:00,pian,4,"))
        #expect(wrong.isNewlyWrong)
        #expect(try desk.entries() == ["pain 4"])
        #expect(desk.take()?.isNew == false)
    }

    @Test func `wrong lines make it partly, the others count`() throws {
        let desk = try DiaryDesk()
        let record = try #require(
            desk.say("2026-11-21T08:00,pain,4,", "2026-11-21T09:00,pain,11,")
        )
        #expect(record.file.outcome == .partly)
        #expect(record.file.problems.first.map(\.place.line) == [3])
        #expect(try desk.entries() == ["pain 4"])
    }

    @Test func `a copy under another name is known, and says the same once`() throws {
        let desk = try DiaryDesk()
        desk.say("2026-11-21T08:00,pain,4,")
        let copy = try #require(desk.say("2026-11-21T08:00,pain,4,", in: "copy.csv"))
        #expect(copy.file.outcome == .known)
        #expect(!copy.isNew)
        #expect(try desk.entries() == ["pain 4"])
        desk.say(in: "diary.csv")
        #expect(try desk.entries() == ["pain 4"])
        desk.say(in: "copy.csv")
        #expect(try desk.entries() == [])
    }

    @Test func `a line refused for its time is read again when its time is near`() throws {
        let desk = try DiaryDesk()
        let line = "2026-11-24T12:00:00Z,pain,4,"
        let early = try #require(desk.say(line, "2026-11-21T08:00,pain,2,"))
        #expect(early.file.outcome == .partly)
        #expect(desk.take()?.isNew == false)
        desk.now = desk.now.advanced(by: 21 * 3_600_000)
        #expect(desk.take()?.isNew == false)
        desk.now = desk.now.advanced(by: 3_600_000)
        #expect(try desk.store.diariesToReadAgain(at: desk.now).map(\.path) == [desk.path().bytes])
        let near = try #require(desk.take())
        #expect(near.isNew)
        #expect(near.file.outcome == .taken)
        #expect(try desk.store.diariesToReadAgain(at: desk.now).isEmpty)
        #expect(try desk.store.files(person: "me").map(\.outcome) == [.taken])
        #expect(desk.take()?.isNew == false)
        #expect(try desk.entries() == ["pain 2", "pain 4"])
    }

    @Test func `a walk makes its day, a corrected one unmakes it`() throws {
        let desk = try DiaryDesk()
        desk.say("2026-11-21T08:00,walk,25,")
        try desk.derive()
        #expect(try desk.walked() == ["2026-11-21 25"])
        desk.say("2026-11-20T08:00,walk,30,")
        let dates = try desk.derive()
        #expect(try desk.walked() == ["2026-11-20 30"])
        #expect(dates.contains { $0.dates.contains(CivilDay(daysSinceEpoch: 20_778)) })
        desk.say("2026-11-20T08:00,pain,3,")
        try desk.derive()
        #expect(try desk.walked() == [])
        #expect(try desk.store.extent(person: "me") == nil)
    }

    @Test func `a walk wins over recorded zeros and waits for its time`() throws {
        let desk = try DiaryDesk()
        let zeros = (0..<1440).map { minute in
            "2026-11-22T\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2)):00Z,0\n"
        }
        desk.write("timestamp,steps\n" + zeros.joined(), to: "steps.csv")
        _ = desk.take("steps.csv")
        desk.say("2026-11-22T13:30,walk,20,", "2026-11-22T11:00,walk,10,")
        try desk.derive()
        #expect(try desk.walked() == ["2026-11-22 10"])
        desk.now = desk.now.advanced(by: 3_600_000)
        try desk.derive()
        #expect(try desk.walked() == ["2026-11-22 30"])
    }
}
