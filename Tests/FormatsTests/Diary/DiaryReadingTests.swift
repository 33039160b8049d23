import Model
import TestSupport
import Testing

@testable import Formats

struct DiaryReadingTests {
    private let header = "time,entry,value,note\n"

    @Test func `a diary is read line by line`() throws {
        let trial = try CSVTrial(
            header + """
                2026-11-20T08:00:00+01:00,plan,start,
                2026-11-20T18:30,pain,4,"after the stairs, mostly"
                2026-11-20 19:00Z , moves , 12 ,
                2026-11-21T07:05:10+01:00,flare-up,no

                2026-11-21T08:00:00+01:00,flag,night-pain,woke twice

                """
        )
        #expect(
            trial.entries == [
                "2026-11-20T07:00Z plan start", "2026-11-20T17:30Z pain 4",
                "2026-11-20T19:00Z moves 12", "2026-11-21T06:05:10Z flare-up no",
                "2026-11-21T07:00Z flag night-pain",
            ]
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.report.dialect == "diary")
        #expect(trial.problems == [])
        #expect(trial.report.readAgain == nil)
        #expect(trial.report.columns.map(\.name) == ["time", "entry", "value", "note"])
    }

    @Test func `a walk is an entry and a declared walk that ends at its time`() throws {
        let trial = try CSVTrial(header + "2026-11-21T08:00+01:00,walk,25,\n")
        #expect(trial.entries == ["2026-11-21T07:00Z walk 25"])
        #expect(trial.walks == ["2026-11-21T06:35Z/2026-11-21T07:00Z 2"])
        let walk = try #require(trial.sink.declared.first)
        #expect(walk.moving == .minutes(25))
        #expect(walk.steps == nil)
        #expect(trial.sink.sources == [Source(name: "diary", kind: .declared)])
    }

    @Test func `a spreadsheet's file is understood`() throws {
        let text =
            "\u{FEFF}Time;Entry;Value;Note\r\n21.11.2026 07:05;pain;4;\"he said \"\"ow\"\"\"\r\n"
            + "03.11.2026 20:15;moves;10;\r\n;;;\r\n2026-11-22T08:00:00+01:00;pain;3;\r\n"
        let trial = try CSVTrial(text)
        #expect(
            trial.entries == [
                "2026-11-21T06:05Z pain 4", "2026-11-03T19:15Z moves 10",
                "2026-11-22T07:00Z pain 3",
            ]
        )
        #expect(trial.problems == [])
        #expect(trial.report.outcome == .taken)
    }

    @Test func `UTF-16 with tabs is read, problems at the bytes of the file`() throws {
        let text = "time\tentry\tvalue\tnote\n2026-11-21T07:05\tpain\tx\tsår\n"
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let trial = try CSVTrial(MemoryBytes(bytes))
        #expect(trial.report.encoding == "UTF-16LE")
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.problems.first.map(\.place.byte) == [2 + 2 * 44])
    }

    @Test func `dates that may be two are refused by line, the others are taken`() throws {
        let trial = try CSVTrial(
            "time;entry;value\n03.04.2026 07:05;pain;4\n2026-04-05T07:00;pain;3\n"
        )
        #expect(trial.entries == ["2026-04-05T05:00Z pain 3"])
        #expect(trial.report.outcome == .partly)
        #expect(
            trial.problems == [
                "2:1 \"03.04.2026 07:05\" may have the day or the month first, and the other lines"
                    + " do not decide: write it as 2026-11-21T07:05 (column \"time\")"
            ]
        )
    }

    @Test func `columns of both orders decide nothing but dates that show their own`() throws {
        let trial = try CSVTrial(
            "time,entry,value\n21/11/2026 7:05 AM,pain,4\n11/22/2026 7:05 PM,pain,5\n"
                + "03/04/2026 07:05,pain,6\n"
        )
        #expect(trial.entries == ["2026-11-21T06:05Z pain 4", "2026-11-22T18:05Z pain 5"])
        #expect(trial.report.problems.first.map(\.place.line) == [4])
    }

    @Test func `each mistake is told with its place and what would be right`() throws {
        let trial = try CSVTrial(
            header + """
                2026-11-21T07:05,Pain,4,
                2026-11-21T07:05,pain,11,
                yesterday,pain,4,
                2026-11-21,pain,4,
                1795244700,pain,4,
                2026-11-21T07:05,walk
                2026-11-21T07:05,pain,4,bad, very
                2026-11-21T07:05,pain,"4"4,
                1999-11-21T07:05,pain,4,
                2026-11-21T07:06,pain,4,

                """
        )
        #expect(trial.entries == ["2026-11-21T06:06Z pain 4"])
        #expect(trial.report.outcome == .partly)
        let places = trial.report.problems.first.map { "\($0.place.line):\($0.place.column)" }
        #expect(
            places == ["2:18", "3:23", "4:1", "5:1", "6:1", "7:0", "8:0", "9:23", "10:1"]
        )
        let messages = trial.report.problems.first.map(\.message)
        #expect(messages[0].contains("write pain, flag, flare-up, plan, moves or walk"))
        #expect(messages[1].contains("a whole number from 0 to 10 (column \"value\")"))
        #expect(messages[3].contains("has no time of day"))
        #expect(messages[6].contains("put a note with such signs in quotes"))
    }

    @Test func `a line too late waits, and the file is read again when its time is near`() throws {
        let trial = try CSVTrial(
            header + "2026-11-28T22:00Z,pain,4,\n2026-11-27T00:00:01Z,walk,10,\n"
                + "2026-11-27T00:00Z,pain,5,\n2027-01-01T00:00Z,pain,40,\n"
        )
        // Now is 2026-11-25T22:00Z; 26 hours later begins what lies too far ahead.
        #expect(trial.report.outcome == .partly)
        #expect(trial.report.problems.first.map(\.place.line) == [2, 3, 5])
        #expect(trial.report.readAgain == CSVTrial.now.advanced(by: 1000))
        #expect(trial.entries.count == 3)
    }

    @Test func `of lines that are all too late nothing counts now, and they are kept`() throws {
        let trial = try CSVTrial(header + "2027-01-01T00:00Z,pain,4,\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.isOnlyImplausible)
        #expect(trial.entries.count == 1)
    }

    @Test func `a header alone is a diary that says nothing`() throws {
        for text in [header, "time,entry,value,note", header + "\n\n,,,\n"] {
            let trial = try CSVTrial(text)
            #expect(trial.report.outcome == .taken)
            #expect(trial.problems == [])
            #expect(trial.entries == [])
        }
    }

    @Test func `nothing but mistakes is refused`() throws {
        let trial = try CSVTrial(header + "2026-11-21T07:05,pian,4,\n")
        #expect(trial.report.outcome == .refused)
        #expect(!trial.report.isOnlyImplausible)
    }

    @Test func `a last line without its end is taken, and said`() throws {
        let trial = try CSVTrial(header + "2026-11-21T07:05,pain,4")
        #expect(trial.entries.count == 1)
        #expect(trial.report.endsEarly)
        #expect(trial.report.openLine?.line == 2)
        let whole = try CSVTrial(header + "2026-11-21T07:05,pain,4\n")
        #expect(!whole.report.endsEarly)
        #expect(whole.report.openLine == nil)
    }

    @Test func `wall times of a clock change are the first, or before the change`() throws {
        let trial = try CSVTrial(
            "time,entry,value\n2026-10-25T02:30,pain,4\n2026-10-25T02:30,moves,5\n"
                + "2026-10-25T02:30,pain,4\n2026-03-29T02:30,pain,2\n"
        )
        #expect(
            trial.entries == [
                "2026-10-25T00:30Z pain 4", "2026-10-25T00:30Z moves 5",
                "2026-10-25T00:30Z pain 4", "2026-03-29T01:30Z pain 2",
            ]
        )
    }

    @Test func `lines in any order and repeated say the same`() throws {
        var generator = SeededGenerator(seed: 21)
        let lines = (0..<60).map { index in
            let day = padded(index % 28 + 1, to: 2)
            let time = index % 3 == 0 ? "\(day).10.2026 02:1\(index % 10)" : "2026-10-\(day)T02:10"
            let content = ["pain,\(index % 11)", "walk,\(index + 1)", "plan,level 3"][index % 3]
            return "\(time),\(content),\n"
        }
        let expected = try CSVTrial(header + lines.joined())
        #expect(expected.problems == [])
        #expect(expected.sink.diary.count == 60)
        for _ in 0..<20 {
            let some = lines.shuffled(using: &generator).prefix(20)
            let shuffled = (lines + some).shuffled(using: &generator)
            let trial = try CSVTrial(header + shuffled.joined())
            #expect(Set(trial.sink.diary) == Set(expected.sink.diary))
            #expect(trial.problems == [])
        }
    }

    @Test func `mangled diaries never trap and never make an entry out of range`() throws {
        var generator = SeededGenerator(seed: 7)
        let whole = Array(
            (header + "2026-11-21T07:05,pain,4,\"a,b\"\n21.11.2026 07:05,walk,600,\n"
                + "2026-11-21T07:05+01:00,plan,level 0.1,\r\n9999-12-31T23:59,walk,600,\n").utf8
        )
        for round in 0..<600 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let place = Int.random(in: header.utf8.count..<bytes.count, using: &generator)
                switch round % 3 {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.insert(bytes[place / 2], at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 3))
                }
                if bytes.count < header.utf8.count + 8 { break }
            }
            let source = PatchyBytes(bytes, largest: 9, seed: UInt64(round))
            let trial = try CSVTrial(source)
            for entry in trial.sink.diary {
                let content = entry.content
                let again = try DiaryContent(word: content.word, value: content.value)
                #expect(again == content)
            }
        }
    }
}
