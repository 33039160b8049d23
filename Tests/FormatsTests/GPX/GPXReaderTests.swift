import Model
import TestSupport
import Testing

@testable import Formats

struct GPXReaderTests {
    @Test func `a plain track is taken point by point`() throws {
        let sample = try ReadSample(
            gpx(
                trkpt("47.22058", "38.92227", "2026-07-26T05:01:04Z", more: "<ele>520.4</ele>")
                    + trkpt("-47.5", "-38.5", "2026-07-26T05:01:09.5Z")
            )
        )
        #expect(sample.report.outcome == .taken)
        #expect(sample.report.dialect == "gpx")
        #expect(sample.report.problems.isEmpty)
        #expect(!sample.report.endsEarly)
        let first = TrackPoint(
            time: Instant(milliseconds: 1_785_042_064_000),
            latitude: 47_220_580_000,
            longitude: 38_922_270_000,
            elevation: 520_400,
            line: 4
        )
        #expect(sample.points.first == first)
        #expect(sample.points.last?.elevation == nil)
        #expect(sample.points.last?.line == 5)
        #expect(sample.points.last?.latitude == -47_500_000_000)
    }

    @Test func `the source is the folder's label, else the dialect`() throws {
        let text = gpx(trkpt("1", "2", "2026-07-26T05:01:04Z"))
        #expect(try ReadSample(text).sink.sources == [Source(name: "gpx", kind: .gpx)])
        #expect(
            try ReadSample(text, label: "eTrex").sink.sources
                == [Source(name: "eTrex", kind: .gpx)]
        )
    }

    @Test func `segments are counted through the file, empty ones too`() throws {
        let point = trkpt("1", "2", "2026-07-26T05:01:04Z")
        let sample = try ReadSample(
            """
            <gpx><trk><trkseg>\(point)</trkseg><trkseg/><trkseg>\(point)</trkseg></trk>
            <trk><trkseg>\(point)\(point)</trkseg></trk></gpx>
            """
        )
        #expect(sample.sink.pieces.map(\.segment) == [0, 2, 3])
        #expect(sample.sink.pieces.map(\.piece) == [0, 0, 0])
        #expect(sample.points.count == 4)
    }

    @Test func `long segments travel in pieces`() throws {
        let points = (0..<9000).map {
            trkpt("1", "2", "2026-07-26T0\($0 / 3600):\(padded($0 / 60 % 60, to: 2)):00Z")
        }
        let sample = try ReadSample(gpx(points.joined()))
        #expect(sample.sink.pieces.map(\.points.count) == [4096, 4096, 808])
        #expect(sample.sink.pieces.map(\.piece) == [0, 1, 2])
        #expect(Set(sample.sink.pieces.map(\.segment)) == [0])
    }

    @Test func `backward and equal times are kept for the derivation to judge`() throws {
        let times = ["05:01:04", "05:01:04", "05:00:00"].map { "2026-07-26T\($0)Z" }
        let sample = try ReadSample(gpx(times.map { trkpt("1", "2", $0) }.joined()))
        #expect(sample.points.count == 3)
        #expect(sample.report.outcome == .taken)
    }

    @Test func `cutting a file into small reads changes nothing`() throws {
        let text = gpx(
            (0..<40).map { trkpt("4\($0 % 10).5", "8", "2026-07-26T05:01:\(10 + $0)Z") }.joined()
                + trkpt("95", "8", "2026-07-26T05:02:00Z")
        )
        let whole = try ReadSample(text)
        for chunkBytes in [1, 2, 3, 7, 64] {
            let cut = try ReadSample(text, chunkBytes: chunkBytes)
            #expect(cut.sink.pieces == whole.sink.pieces)
            #expect(cut.report.problems == whole.report.problems)
        }
        let sink = TrackSink()
        _ = try GPXReader.read(
            TricklingBytes(Array(text.utf8)),
            context: .in2026(),
            into: sink
        )
        #expect(sink.pieces == whole.sink.pieces)
    }

    @Test func `an error of the disk is the source's own`() {
        #expect(throws: FailingBytes.Broken.self) {
            try GPXReader.read(FailingBytes(), context: .in2026(), into: TrackSink())
        }
    }

    @Test func `inspect hears what each element is taken for`() throws {
        let sample = try ReadSample(
            gpx(
                trkpt(
                    "1",
                    "2",
                    "2026-07-26T05:01:04Z",
                    more: "<ele>1</ele><hdop>1</hdop><extensions><x/></extensions>"
                )
            )
        )
        #expect(
            sample.report.columns.map(\.name)
                == ["trkpt lat", "trkpt lon", "ele", "time", "hdop", "extensions"]
        )
        #expect(sample.report.zone == "as each time says, else UTC")
        #expect(sample.report.encoding == "UTF-8")
    }
}

/// Files that end or break before their time.
struct GPXBrokenTests {
    private static let point = trkpt("1", "2", "2026-07-26T05:01:04Z")

    @Test func `a file that breaks off is taken up to there`() throws {
        let whole = gpx(String(repeating: Self.point, count: 3))
        let cut = String(whole.dropLast(20))
        let sample = try ReadSample(cut)
        #expect(sample.report.outcome == .partly)
        #expect(sample.report.endsEarly)
        #expect(sample.points.count == 3)
        #expect(sample.report.problems.count == 1)
    }

    @Test func `wherever a file breaks off, whole points before it are kept`() throws {
        let whole = Array(gpx(String(repeating: Self.point, count: 3)).utf8)
        let length = Self.point.utf8.count
        let head = Array(gpx("").utf8).count - "\n</trkseg></trk>\n</gpx>".utf8.count
        for end in 0..<whole.count - 1 {
            let sample = try ReadSample(Array(whole[..<end]))
            #expect(sample.report.endsEarly, "cut at \(end)")
            let complete = min(3, max(0, (end - head + 1) / length))
            #expect(sample.points.count == complete, "cut at \(end)")
            #expect(sample.report.outcome == (complete > 0 ? .partly : .refused))
        }
    }

    @Test func `a mistake in the middle is named with its place`() throws {
        let sample = try ReadSample(
            "<gpx>\n<trk><trkseg>\n\(Self.point)<trkpt lat=1></trkpt></trkseg></trk></gpx>"
        )
        #expect(sample.report.outcome == .partly)
        #expect(!sample.report.endsEarly)
        #expect(sample.points.count == 1)
        let place = try #require(sample.report.problems.first.first?.place)
        #expect(place.line == 4)
        #expect(place.column == 12)
    }

    @Test func `bytes behind the end are a problem, the track is taken`() throws {
        let sample = try ReadSample(gpx(Self.point) + "\u{0}\u{0}\u{0}")
        #expect(sample.report.outcome == .partly)
        #expect(sample.points.count == 1)
    }

    @Test func `a stray character between the elements is no mistake`() throws {
        let sample = try ReadSample("<gpx>'\n<trk><trkseg>\(Self.point)</trkseg></trk></gpx>")
        #expect(sample.report.outcome == .taken)
    }

    @Test func `a text that calls itself GPX is refused with a place`() throws {
        let sample = try ReadSample("Error: no such activity\n")
        #expect(sample.report.outcome == .refused)
        #expect(sample.report.dialect == nil)
        #expect(sample.report.problems.first.first?.place.line == 1)
    }

    @Test func `other XML is refused by its name`() throws {
        let map = try ReadSample("<kml xmlns=\"x\"><a/></kml>")
        #expect(map.report.outcome == .refused)
        #expect(map.messages.first?.contains("KML") == true)
        let other = try ReadSample("<osm version='0.6'/>")
        #expect(other.messages.first?.contains("\"osm\"") == true)
    }
}
