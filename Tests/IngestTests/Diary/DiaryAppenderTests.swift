import Dispatch
import LinuxSystem
import Model
import Store
import TestSupport
import Testing

@testable import Ingest

struct DiaryAppenderTests {
    private func entry(_ desk: DiaryDesk, _ content: DiaryContent = .pain(4)) -> DiaryEntry {
        DiaryEntry(time: desk.now, content: content)
    }

    private func appender(_ desk: DiaryDesk) -> DiaryAppender {
        DiaryAppender(inbox: desk.folder, home: desk.home)
    }

    @Test func `a new diary begins with its header and is its owner's alone`() throws {
        let desk = try DiaryDesk()
        try appender(desk).append(entry(desk))
        try appender(desk).append(entry(desk, .plan(.level("0.1"))), note: "slow, \"easy\"")
        #expect(
            try desk.text() == """
                time,entry,value,note
                2026-11-22T13:00:00+01:00,pain,4,
                2026-11-22T13:00:00+01:00,plan,level 0.1,"slow, ""easy""\"

                """
        )
        #expect(try FileStatus.of(desk.path()).mode == 0o600)
    }

    @Test func `what is appended is read back as it was`() throws {
        let desk = try DiaryDesk()
        let contents: [DiaryContent] = [
            .pain(0), .flag(.fever), .flareUp(true), .plan(.usualAuto), .moves(12), .walk(25),
        ]
        for content in contents { try appender(desk).append(entry(desk, content), note: " a\nb ") }
        #expect(desk.take()?.file.outcome == .taken)
        let read = try desk.store.diary(person: "me").map(\.content)
        #expect(Set(read) == Set(contents))
        let times = try desk.store.diary(person: "me").map(\.time)
        #expect(Set(times) == [desk.now])
    }

    @Test func `a new file says first what was said before, a file that is there does not`() throws
    {
        let desk = try DiaryDesk()
        let earlier = [DiaryContent.plan(.start), .flag(.fever)].map { entry(desk, $0) }
        for _ in 0..<2 {
            try appender(desk).append(entry(desk), note: "new", after: earlier)
        }
        #expect(
            try desk.text() == """
                time,entry,value,note
                2026-11-22T13:00:00+01:00,plan,start,
                2026-11-22T13:00:00+01:00,flag,fever,
                2026-11-22T13:00:00+01:00,pain,4,new
                2026-11-22T13:00:00+01:00,pain,4,new

                """
        )
    }

    @Test func `a missing end of the last line is added first`() throws {
        let desk = try DiaryDesk()
        desk.write("time,entry,value,note\n2026-11-21T08:00,pain,3,")
        try appender(desk).append(entry(desk))
        #expect(
            try desk.text()
                == "time,entry,value,note\n2026-11-21T08:00,pain,3,\n"
                + "2026-11-22T13:00:00+01:00,pain,4,\n"
        )
        desk.write("time,entry,value,note")
        try appender(desk).append(entry(desk))
        #expect(desk.take()?.file.outcome == .taken)
        #expect(try desk.entries() == ["pain 4"])
    }

    @Test func `a file that a spreadsheet saved keeps its ways`() throws {
        let desk = try DiaryDesk()
        desk.write("\u{FEFF}time;entry;value;note\r\n21.11.2026 07:05;pain;3;\r\n")
        try appender(desk).append(entry(desk), note: "a;b")
        #expect(
            try desk.text().hasSuffix("3;\r\n2026-11-22T13:00:00+01:00;pain;4;\"a;b\"\r\n")
        )
        #expect(desk.take()?.file.outcome == .taken)
        #expect(try desk.entries() == ["pain 3", "pain 4"])
    }

    @Test func `another file of the name is left alone`() throws {
        let desk = try DiaryDesk()
        desk.write("timestamp,steps\n")
        #expect(throws: DiaryTrouble(path: desk.path(), kind: .noDiary)) {
            try appender(desk).append(entry(desk))
        }
        #expect(try desk.text() == "timestamp,steps\n")
    }

    @Test func `a note without a column for it is refused, an entry without a note is not`() throws
    {
        let desk = try DiaryDesk()
        desk.write("time,entry,value\n")
        let trouble = #expect(throws: DiaryTrouble.self) {
            try appender(desk).append(entry(desk), note: "x")
        }
        #expect(trouble?.description.contains("add the word note to its header") == true)
        try appender(desk).append(entry(desk))
        #expect(try desk.text() == "time,entry,value\n2026-11-22T13:00:00+01:00,pain,4\n")
    }

    @Test func `a link or a pipe in its place is not followed`() throws {
        let desk = try DiaryDesk()
        desk.write("time,entry,value,note\n", to: "other.csv")
        #expect(symlinked(desk.path("other.csv"), as: desk.path()))
        #expect(throws: (any Error).self) { try appender(desk).append(entry(desk)) }
        #expect(try desk.text("other.csv") == "time,entry,value,note\n")
    }

    @Test func `lines appended at once all stand there whole`() throws {
        let desk = try DiaryDesk()
        let appender = appender(desk)
        let now = desk.now
        DispatchQueue.concurrentPerform(iterations: 40) { index in
            let entry = DiaryEntry(time: now.advanced(by: Int64(index) * 1000), content: .pain(5))
            do { try appender.append(entry) } catch { Issue.record(error) }
        }
        #expect(try desk.text().split(separator: "\n").count == 41)
        #expect(desk.take()?.file.outcome == .taken)
        #expect(try desk.entries().count == 40)
    }

    @Test func `a time bears the offset that its home has then`() {
        let oslo = HomeZones(.named("Europe/Oslo"))
        let summer = Instant(seconds: 1_783_000_000)
        #expect(DiaryAppender.text(summer, oslo).hasSuffix("+02:00"))
        let kolkata = HomeZones(.named("Asia/Kolkata"))
        #expect(
            DiaryAppender.text(Instant(milliseconds: 999), kolkata) == "1970-01-01T05:30:00+05:30"
        )
        let honolulu = HomeZones(.named("Pacific/Honolulu"))
        #expect(DiaryAppender.text(Instant(seconds: 0), honolulu) == "1969-12-31T14:00:00-10:00")
    }
}
