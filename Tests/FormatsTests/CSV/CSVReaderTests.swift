import Formats
import Model
import TestSupport
import Testing

@Suite struct CSVReaderTests {
    @Test func `a plain file is taken whole`() throws {
        let trial = try CSVTrial(
            """
            timestamp,steps
            2026-10-01T06:15:00+02:00,84
            2026-10-01T06:16:00+02:00,0

            """
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.report.dialect == "generic")
        #expect(trial.report.encoding == "UTF-8")
        #expect(trial.report.zone == "each time says its own")
        #expect(trial.report.problems.isEmpty)
        #expect(!trial.report.endsEarly)
        #expect(trial.steps == ["2026-10-01T04:15Z 84 generic", "2026-10-01T04:16Z 0 generic"])
        #expect(trial.sink.steps.map(\.line) == [2, 3])
    }

    @Test func `each column is explained`() throws {
        let trial = try CSVTrial(
            "start,end,Steps,heart rate\n2026-10-01T06:15Z,2026-10-01T06:16Z,8,71\n"
        )
        let expected = [
            ColumnMeaning(name: "start", meaning: "start"),
            ColumnMeaning(name: "end", meaning: "end"),
            ColumnMeaning(name: "Steps", meaning: "steps"),
            ColumnMeaning(name: "heart rate", meaning: "not used"),
        ]
        #expect(trial.report.columns == expected)
    }

    @Test func `a cell that is no count is a problem at its place and the others are taken`() throws
    {
        let trial = try CSVTrial(
            "timestamp,Steps\n2026-10-01T06:15:00Z,\"12,5O\"\n2026-10-01T06:16:00Z,97\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems == ["2:22 \"12,5O\" is not a number of steps (column \"Steps\")"])
        #expect(trial.report.problems.first.first?.place.byte == 37)
        #expect(trial.steps == ["2026-10-01T06:16Z 97 generic"])
    }

    @Test func `what was not recorded is neither a reading nor a problem`() throws {
        let cells = ["-1", "NaN", "--", "N/A", "", "104"]
        let rows = cells.enumerated().map { "2026-10-01T06:1\($0):00Z,\($1)\n" }
        let trial = try CSVTrial("timestamp,steps\n" + rows.joined())
        #expect(trial.report.outcome == .taken)
        #expect(trial.steps == ["2026-10-01T06:15Z 104 generic"])
    }

    @Test func `messages are short and free of control characters`() throws {
        let long = String(repeating: "x", count: 500)
        let trial = try CSVTrial("timestamp,steps\n2026-10-01T06:15Z,\u{1B}[2J\(long)\n")
        let message = trial.report.problems.first.first?.message ?? ""
        #expect(message.hasPrefix("\"\\u{1b}[2Jxxx"))
        #expect(message.utf8.count < 120)
    }

    @Test func `an implausible reading is kept and named`() throws {
        let trial = try CSVTrial(
            """
            timestamp,steps
            1999-12-31T23:59:00Z,10
            2126-10-01T06:15:00Z,11
            2026-10-01T06:15:00Z,301
            2026-10-01T06:16:00Z,300

            """
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.steps.count == 4)
        #expect(trial.problems.count == 3)
        #expect(trial.problems[1].hasPrefix("3:1 \"2126-10-01T06:15:00Z\" lies in the future"))
        #expect(trial.problems[2].hasPrefix("4:22 \"301\" is more steps than anybody takes"))
    }

    @Test func `a file of nothing but implausible readings is refused`() throws {
        let trial = try CSVTrial("timestamp,steps\n1980-01-06T00:00:00Z,10\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == "generic")
    }

    @Test func `a file of nothing but mistakes is refused`() throws {
        let trial = try CSVTrial("timestamp,steps\n2026-10-01T06:15Z,many\n2026-10-01T06:16Z,few\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.count == 2)
    }

    @Test func `an end before its beginning is kept and named`() throws {
        let trial = try CSVTrial(
            "start,end,steps\n2026-10-01T06:15Z,2026-10-01T06:10Z,5\n2026-10-01T06:15Z,2026-10-01T06:20Z,5\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems[0].contains("ends before it begins"))
    }
}

// MARK: - Encodings and delimiters

extension CSVReaderTests {
    private static let sample = "timestamp;steps;source\n2026-10-01T06:15:00Z;84;Größe\n"
    private static let expected = ["2026-10-01T06:15Z 84 Größe"]

    @Test(arguments: [",", ";", "\t", "|"])
    func `every delimiter is found`(delimiter: String) throws {
        let text = Self.sample.split(separator: ";").joined(separator: delimiter)
        #expect(try CSVTrial(text).steps == Self.expected)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `every line end is understood`(end: String) throws {
        let text = Self.sample.split(separator: "\n").joined(separator: end) + end
        #expect(try CSVTrial(text).steps == Self.expected)
    }

    @Test func `every encoding gives the same readings`() throws {
        let utf16 = TranscoderTests.utf16(Self.sample, isLittle: true)
        let utf16Big = TranscoderTests.utf16(Self.sample, isLittle: false)
        let latin = Array(Self.sample.unicodeScalars.map { UInt8(clamping: $0.value) })
        let files: [([UInt8], String)] = [
            (Array(Self.sample.utf8), "UTF-8"),
            ([0xEF, 0xBB, 0xBF] + Array(Self.sample.utf8), "UTF-8 with byte order mark"),
            ([0xFF, 0xFE] + utf16, "UTF-16LE"), ([0xFE, 0xFF] + utf16Big, "UTF-16BE"),
            (latin, "Windows-1252 (guessed)"),
        ]
        for (bytes, encoding) in files {
            let trial = try CSVTrial(PatchyBytes(bytes, largest: 5, seed: 9))
            #expect(trial.steps == Self.expected)
            #expect(trial.report.encoding == encoding)
            #expect(trial.report.outcome == .taken)
        }
    }

    @Test func `a table that stands behind a preamble is found`() throws {
        let preamble = String(repeating: "My walks, of 2026\n\n", count: 5)
        let trial = try CSVTrial(preamble + "sep=;\n" + Self.sample)
        #expect(trial.steps == Self.expected)
        #expect(trial.sink.steps.first?.line == 13)
        let tooLong = String(repeating: "My walks\n", count: 13)
        #expect(try CSVTrial(tooLong + Self.sample).report.outcome == .refused)
    }
}

// MARK: - Sources

extension CSVReaderTests {
    @Test func `the folder's label names the source where the file does not`() throws {
        let text = "timestamp,steps,source\n2026-10-01T06:15Z,1,\n2026-10-01T06:16Z,2, My Watch \n"
        let trial = try CSVTrial(text, label: "anna")
        #expect(trial.sink.sources.map(\.name) == ["anna", "My Watch"])
        #expect(trial.sink.sources.map(\.kind) == [.unknown, .watch])
    }

    @Test func `a source keeps its own zone`() throws {
        let text = "timestamp,steps,source\n2026-07-01 12:00,1,a\n2026-07-01 12:00,2,b\n"
        let trial = try CSVTrial(text, sourceZones: ["b": "Asia/Tokyo"])
        #expect(trial.steps == ["2026-07-01T10:00Z 1 a", "2026-07-01T03:00Z 2 b"])
    }

    @Test func `the thousand and first source is a problem`() throws {
        let rows = (0..<1002).map { "2026-10-01T06:15Z,1,device \($0)\n" }
        let trial = try CSVTrial("timestamp,steps,source\n" + rows.joined())
        #expect(trial.sink.sources.count == 1000)
        #expect(trial.report.problems.count == 2)
        #expect(trial.report.outcome == .partly)
    }

    @Test func `a name with control characters is no name`() throws {
        let trial = try CSVTrial(
            "timestamp,steps,source\n2026-10-01T06:15Z,1,\"a\nb\"\n2026-10-01T06:15Z,1,a\n"
        )
        #expect(trial.problems.count == 1)
        #expect(trial.sink.sources.map(\.name) == ["a"])
    }
}

// MARK: - Junk

extension CSVReaderTests {
    private static let samples = [
        "timestamp,steps\n2026-10-01T06:15:00Z,84.0\n2026-10-01T06:16:00Z,\"1,234\"\n",
        "date,time,steps\n2020-08-28,05:13,21\n2020-08-28,10:21,127\n",
        "start,duration,value\n2019-12-28T12:17:00+01:00,\"[60,60,61]\",\"[36,88,101]\"\n",
        "Start time,End time,Step count\n23:45:00.000+01:00,00:00:00.000+01:00,208\n",
        "timestamp,steps,data source\n2026-10-01T06:15:00Z,84,Google Fitbit Air\n",
        "start;end;steps\n13/02/2026 10:00;13/02/2026 10:05;1.234,0\n",
    ]

    @Test func `damaged files never trap and come to an end`() throws {
        var generator = SeededGenerator(seed: 77)
        let bytes =
            Array(",;\"\n\r\t|:-.+0123456789TZ[]{}eE \u{0}\u{FF}".utf8) + [0xFF, 0xC3, 0x1B]
        for round in 0..<1500 {
            var text = Array(Self.samples[round % Self.samples.count].utf8)
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                let index = Int.random(in: 0..<text.count, using: &generator)
                let byte = bytes.randomElement(using: &generator) ?? 0
                switch Int.random(in: 0...3, using: &generator) {
                case 0: text[index] = byte
                case 1: text.insert(byte, at: index)
                case 2 where text.count > 2: text.remove(at: index)
                default: text = Array(text[..<index]) + text[index...] + text[index...]
                }
            }
            let name = round % 2 == 0 ? "steps_2026-10-01.csv" : "2026-10-01 steps.csv"
            let trial = try CSVTrial(
                PatchyBytes(text, largest: 40, seed: UInt64(round)),
                name: name
            )
            let report = trial.report
            #expect([.taken, .partly, .refused].contains(report.outcome))
            #expect(report.outcome == .taken || !report.problems.isEmpty)
            #expect(trial.sink.steps.allSatisfy { $0.steps >= 0 })
        }
    }

    @Test func `a cut of a file gives the beginning of its readings`() throws {
        for sample in Self.samples {
            let whole = try CSVTrial(sample, name: "2026-10-01 steps.csv")
            guard whole.report.outcome != .refused else { continue }
            for length in sample.utf8.indices {
                let part = String(decoding: sample.utf8[..<length], as: UTF8.self)
                let trial = try CSVTrial(part, name: "2026-10-01 steps.csv")
                guard trial.report.outcome != .refused, !trial.report.endsEarly else { continue }
                #expect(whole.steps.starts(with: trial.steps), "\(part)")
            }
        }
    }

    @Test func `any chunks give the same report and readings`() throws {
        for (index, sample) in Self.samples.enumerated() {
            let whole = try CSVTrial(sample, name: "2026-10-01 steps.csv")
            for largest in [1, 2, 9] {
                let source = PatchyBytes(Array(sample.utf8), largest: largest, seed: UInt64(index))
                let trial = try CSVTrial(source, name: "2026-10-01 steps.csv")
                #expect(trial.steps == whole.steps)
                #expect(trial.problems == whole.problems)
                #expect(trial.report.outcome == whole.report.outcome)
            }
        }
    }
}
