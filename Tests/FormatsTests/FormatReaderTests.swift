import Model
import TestSupport
import Testing

@testable import Formats

struct FormatReaderTests {
    private func read(_ bytes: [UInt8]) throws -> (report: FormatReport, sink: PreviewSink) {
        let sink = PreviewSink()
        let report = try FormatReader.read(MemoryBytes(bytes), context: .in2026(), into: sink)
        return (report, sink)
    }

    private func read(_ text: String) throws -> (report: FormatReport, sink: PreviewSink) {
        try read(Array(text.utf8))
    }

    private static let table = "timestamp,steps\n2026-07-26T05:01:00Z,12\n2026-07-26T05:02:00Z,30\n"
    private static let track = gpx(trkpt("1", "2", "2026-07-26T05:01:04Z"))

    @Test func `a GPX is read as GPX, whatever stands before it`() throws {
        for head in ["", "\u{FEFF}"] {
            let (report, sink) = try read(head + Self.track)
            #expect(report.dialect == "gpx")
            #expect(report.outcome == .taken)
            #expect(sink.readings == 1)
        }
        // XML allows no blank before its declaration; without one there may be any.
        let declaration = try #require(Self.track.split(separator: "\n").first).count
        #expect(try read("\r\n\t " + Self.track.dropFirst(declaration)).report.outcome == .taken)
        #expect(try read("\n" + Self.track).report.outcome == .refused)
        #expect(try read("\n" + Self.track).report.problems.first.first?.place.line == 2)
    }

    @Test func `a GPX in UTF-16 is a GPX`() throws {
        for isMarked in [true, false] {
            let text = Self.track.replacing("UTF-8", with: "UTF-16")
            let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let (report, _) = try read((isMarked ? [0xFF, 0xFE] : []) + bytes)
            #expect(report.outcome == .taken)
            #expect(report.encoding == "UTF-16LE")
        }
    }

    @Test func `other text is read as a table`() throws {
        let (report, sink) = try read(Self.table)
        #expect(report.outcome == .taken)
        #expect(sink.readings == 2)
    }

    @Test func `files that hold nothing are refused`() throws {
        for text in ["", " ", "\n\n\r\n\t", "\u{FEFF}", "\u{FEFF}\n"] {
            let (report, _) = try read(text)
            #expect(report.outcome == .refused)
            #expect(report.dialect == nil)
            #expect(report.problems.count == 1)
            #expect(report.problems.first.first?.place == .wholeFile)
        }
        #expect(try read("").report.problems.first.first?.message == "the file is empty")
    }

    @Test(arguments: [
        ("PK\u{3}\u{4}", "zip"), ("%PDF-1.7", "PDF"), ("SQLite format 3\0", "SQLite"),
        ("{\"a\":1}", "JSON"), ("\u{FEFF}\n [1]", "JSON"), ("<!DOCTYPE html><html>", "web page"),
        ("<html><body>", "web page"),
        ("\n<!doctype HTML>\n<p>no such activity", "web page"), ("<HTML lang=en>", "web page"),
        ("<ClinicalDocument xmlns='urn:hl7-org:v3'/>", "export.xml"),
        ("<kml xmlns='x'/>", "KML"), ("BZh91AY", "bzip2"), ("GIF89a", "picture"),
        ("0123456 .FIT", "FIT"), ("bplist00", "property list"),
    ])
    func `what is no export is named, and nothing is taken`(text: String, word: String) throws {
        let bytes = text.hasSuffix(".FIT") ? Array("\u{E}\u{10}345678.FIT".utf8) : Array(text.utf8)
        let (report, sink) = try read(bytes)
        #expect(report.outcome == .refused)
        #expect(report.dialect == nil)
        #expect(sink.readings == 0)
        #expect(report.problems.first.first?.message.contains(word) == true)
    }

    @Test func `an error of the disk is the source's own`() {
        #expect(throws: FailingBytes.Broken.self) {
            try FormatReader.read(FailingBytes(), context: .in2026(), into: PreviewSink())
        }
    }

    @Test func `portions of any size give the same readings`() throws {
        for text in [Self.table, Self.track] {
            let sink = PreviewSink()
            let bytes = Array(text.utf8)
            _ = try FormatReader.read(TricklingBytes(bytes), context: .in2026(), into: sink)
            #expect(sink.preview == (try read(bytes).sink.preview))
        }
    }
}

/// Files that somebody or something has spoilt.
struct FormatReaderMutationTests {
    private static let samples: [[UInt8]] = [
        "timestamp,steps,data source\n2026-07-26T05:01:00Z,12,Watch\n2026-07-26T05:02:00Z,3,Phone\n",
        "Zeit;Schritte\n26.07.2026 05:01;\"1.234,0\"\n27.07.2026 05:01;12\n",
        "date,time,steps\n2026-07-26,05:01,12\n2026-07-26,05:02,\n2026-07-26,05:03,--\n",
        gpx(
            trkpt("47.22058", "38.92227", "2026-07-26T05:01:04.5+01:15", more: "<ele>5.2</ele>")
                + trkpt("100", "0", "2026-07-26T05:01:09Z", more: "<hdop>12</hdop>")
                + trkpt("1e1", "2", nil, more: "<fix>none</fix><extensions><a/></extensions>")
        ),
        gpx(trkpt("47", "8", "2010-01-01T00:00:00Z") + trkpt("48", "8", "2010-01-01T01:00:00Z")),
        "<!DOCTYPE HealthData [<!ELEMENT Me EMPTY>]><HealthData><Record unit=\"count\""
            + " type=\"HKQuantityTypeIdentifierStepCount\" sourceName=\"a\" value=\"60\""
            + " startDate=\"2026-07-26 05:01:00 +0200\" endDate=\"2026-07-26 05:02:00 +0200\"/>"
            + "<Workout workoutActivityType=\"HKWorkoutActivityTypeWalking\" duration=\"9.5\""
            + " durationUnit=\"min\" sourceName=\"b\" startDate=\"2026-07-26 05:01:00 +0200\""
            + " endDate=\"2026-07-26 05:12:00 +0200\"/></HealthData>",
        "<TrainingCenterDatabase><Activities><Activity Sport=\"Other\"><Lap"
            + " StartTime=\"2026-07-26T05:01:04Z\"><TotalTimeSeconds>60</TotalTimeSeconds><Track>"
            + "<Trackpoint><Time>2026-07-26T05:01:04Z</Time><Position><LatitudeDegrees>47"
            + "</LatitudeDegrees><LongitudeDegrees>8</LongitudeDegrees></Position></Trackpoint>"
            + "</Track></Lap></Activity><Activity Sport=\"Walking\"><Lap"
            + " StartTime=\"2026-07-26T06:01:04Z\"><TotalTimeSeconds>60</TotalTimeSeconds></Lap>"
            + "</Activity></Activities></TrainingCenterDatabase>",
        "{\"Data Source\":\"derived:com.google.step_count.delta:x\",\"Data Points\":[{\"fitValue\":"
            + "[{\"value\":{\"intVal\":12}}],\"startTimeNanos\":1785042064000000000,"
            + "\"endTimeNanos\":1785042124000000000}]}",
        "{\"fitnessActivity\":\"walking\",\"startTime\":\"2026-07-26T05:01:04Z\",\"endTime\":"
            + "\"2026-07-26T05:11:04Z\",\"duration\":\"540.5s\",\"segment\":[]}",
        "[{\"calendarDate\":\"2026-07-25\",\"totalSteps\":8123,\"more\":{\"a\":[null,true]}}]",
    ].map { Array($0.utf8) }

    private func mutated(_ sample: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = sample
        for _ in 0..<Int.random(in: 1...5, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes.remove(at: index)
            case 3: bytes.insert(bytes[bytes.count - 1 - index], at: index)
            default: bytes.removeLast(min(bytes.count, index / 4))
            }
        }
        return bytes
    }

    @Test(arguments: 0..<10)
    func `no spoilt file traps, and what is refused or partly taken says why`(number: Int) throws {
        var random = SeededGenerator(seed: UInt64(number))
        for round in 0..<4_000 {
            let bytes = mutated(Self.samples[number], &random)
            let sink = PreviewSink()
            let report = try FormatReader.read(MemoryBytes(bytes), context: .in2026(), into: sink)
            #expect(report.outcome != .known && report.outcome != .waiting)
            guard report.outcome == .taken else {
                #expect(!report.problems.isEmpty, "round \(round)")
                continue
            }
            #expect(report.dialect != nil, "round \(round)")
            #expect(sink.readings > 0 || !report.problems.isEmpty, "round \(round)")
        }
    }
}
