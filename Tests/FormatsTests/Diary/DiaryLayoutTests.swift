import Formats
import Model
import Testing

struct DiaryLayoutTests {
    private func layout(_ text: String) -> DiaryLayout? {
        DiaryLayout(beginning: Array(text.utf8), isWhole: true)
    }

    private func line(_ layout: DiaryLayout, note: String = "") -> String {
        String(
            decoding: layout.line(time: "2026-11-21T07:05:00+01:00", .pain(4), note: note),
            as: UTF8.self
        )
    }

    @Test func `a new file has the header of the diary`() {
        #expect(
            String(decoding: DiaryLayout.new.header, as: UTF8.self) == "time,entry,value,note\n"
        )
        #expect(line(.new) == "2026-11-21T07:05:00+01:00,pain,4,\n")
        #expect(layout("time,entry,value,note\n") == .new)
        #expect(layout("time,entry,value,note") == .new)
    }

    @Test func `delimiter, order and line ends are those of the file`() throws {
        let edited = try #require(layout("\u{FEFF}Note;Value;Entry;Time;\r\n;4;pain;x\r\n"))
        #expect(line(edited, note: "a,b") == "a,b;4;pain;2026-11-21T07:05:00+01:00\r\n")
        #expect(line(edited, note: "a;b") == "\"a;b\";4;pain;2026-11-21T07:05:00+01:00\r\n")
        let tabs = try #require(layout("time\tentry\tvalue\n"))
        #expect(!tabs.hasNotes)
        #expect(line(tabs) == "2026-11-21T07:05:00+01:00\tpain\t4\n")
    }

    @Test(arguments: [
        ("plain words", "plain words"), ("a, b", "\"a, b\""), ("say \"ow\"", "\"say \"\"ow\"\"\""),
        ("two\nlines", "\"two\nlines\""), (" ahead", "\" ahead\""), ("semi; colon", "semi; colon"),
    ])
    func `notes are quoted where they must be`(note: String, cell: String) {
        #expect(line(.new, note: note) == "2026-11-21T07:05:00+01:00,pain,4,\(cell)\n")
    }

    @Test func `UTF-16 stays UTF-16`() throws {
        var bytes: [UInt8] = [0xFE, 0xFF]
        for unit in "time;entry;value;note\r\n".utf16 {
            bytes += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let layout = try #require(DiaryLayout(beginning: bytes, isWhole: true))
        #expect(layout.lineEnd == [0, 13, 0, 10])
        #expect(layout.isWholeLine(endingIn: [0, 10]))
        #expect(!layout.isWholeLine(endingIn: [10, 0]))
        let line = layout.line(time: "T", .pain(4), note: "å")
        #expect(line.suffix(6) == [0, 0xE5, 0, 13, 0, 10])
    }

    @Test func `a whole line ends in LF or CR`() {
        #expect(DiaryLayout.new.isWholeLine(endingIn: Array("x\n".utf8)))
        #expect(DiaryLayout.new.isWholeLine(endingIn: Array("x\r".utf8)))
        #expect(!DiaryLayout.new.isWholeLine(endingIn: Array("\nx".utf8)))
    }

    @Test(arguments: ["", "steps,time\n", "time,steps\n2026,3\n", "\u{0}\u{1}"])
    func `another file is no diary`(text: String) {
        #expect(layout(text) == nil)
    }
}
