import Testing

@testable import Formats

@Suite struct CSVHeaderTests {
    @Test(
        arguments: [
            ("Start Time", "starttime"), ("start_time", "starttime"), ("startTime", "starttime"),
            ("Start-Time (local)", "starttime"), ("  Steps: ", "steps"), ("Date/Time", "datetime"),
            ("#time", "time"), ("Größe (m)", "größe"), ("STEPS00", "steps00"), ("(s)", ""),
            ("Heart Rate [Min] (bpm)", "heartrate"), ("a)b", "ab"),
        ])
    func `spellings of a word have one key`(word: String, key: String) {
        #expect(CSVHeader.key(of: word) == key)
    }

    @Test func `units stand in the last brackets`() {
        let header = CSVHeader(["Duration (s)", "Heart Rate [Min] (BPM)", "steps", "open (ms"])
        #expect(header.units == ["s", "bpm", "", "ms"])
    }

    @Test func `the width ends with the last name`() {
        #expect(CSVHeader(["a", "", "b", "", ""]).width == 3)
        #expect(CSVHeader(["", ""]).width == 0)
    }

    @Test func `rows are as wide as most of them, empty cells behind the header included`() {
        let header = CSVHeader(["a", "b"])
        #expect(header.rowWidth == 2)
        let wide = ["1", "2", ""]
        #expect(header.above([wide, wide, ["1", "2"]]).rowWidth == 3)
        #expect(header.above([wide, ["1", "2"]]).rowWidth == 2)
        // What has text behind the header, or too little, is no sign of the others.
        #expect(header.above([["1"], ["1"], ["1", "2", "3"], ["1", "2", "3"]]).rowWidth == 2)
    }

    @Test func `patterns ask for all of their words`() {
        let header = CSVHeader(["Time", "Date", "Steps", ""])
        #expect(CSVHeaderPattern.whole("date", "time", "steps").matches(header))
        #expect(!CSVHeaderPattern.whole("date", "time").matches(header))
        #expect(CSVHeaderPattern.part("date", "time").matches(header))
        #expect(!CSVHeaderPattern.part("date", "value").matches(header))
    }
}
