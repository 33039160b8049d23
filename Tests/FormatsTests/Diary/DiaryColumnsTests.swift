import Testing

@testable import Formats

struct DiaryColumnsTests {
    @Test(arguments: [
        ["time", "entry", "value", "note"], ["Time", "ENTRY", "Value", "Note"],
        ["time", "entry", "value"], ["time", "entry", "value", "note", "", ""],
    ])
    func `the words of the header make a diary, in any case`(words: [String]) throws {
        let columns = try #require(DiaryColumns(CSVHeader(words)))
        #expect(columns.time == 0)
        #expect(columns.value == 2)
    }

    @Test func `columns may stand in any order`() throws {
        let columns = try #require(DiaryColumns(CSVHeader(["note", "value", "entry", "time"])))
        #expect([columns.time, columns.entry, columns.value] == [3, 2, 1])
        #expect(columns.note == 0)
        #expect(columns.needed == 4)
    }

    @Test(arguments: [
        ["time", "entry"], ["time", "steps"], ["time", "entry", "value", "note", "mood"],
        ["time", "entry", "value", "value"], ["time (utc)", "entry", "value", "note"], [""],
    ])
    func `any other header is another's`(words: [String]) {
        #expect(DiaryColumns(CSVHeader(words)) == nil)
    }

    @Test func `the header is found behind any delimiter and behind a title`() throws {
        for sign in [",", ";", "\t"] {
            let text = "My diary\n\ntime\(sign)entry\(sign)value\n"
            let found = try #require(CSVHead(Array(text.utf8), isWhole: true).diary)
            #expect(found.candidate.delimiter == sign.utf8.first)
            #expect(found.candidate.rowIndex == 2)
        }
    }
}
