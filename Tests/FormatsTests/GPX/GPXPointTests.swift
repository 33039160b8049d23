import Model
import Testing

@testable import Formats

/// What single points of real recorders look like.
struct GPXPointTests {
    private static let time = "2026-07-26T05:01:04Z"

    private func one(_ point: String) throws -> TrackPoint {
        let sample = try ReadSample(gpx(point))
        return try #require(sample.points.first)
    }

    @Test func `attributes come in any order and over several lines`() throws {
        let point = try one("<trkpt\n lon='38.5'\n lat = '47.5' ><time>\(Self.time)</time></trkpt>")
        #expect(point.latitude == 47_500_000_000)
        #expect(point.longitude == 38_500_000_000)
    }

    @Test func `29 decimals and exponents are whole nanodegrees`() throws {
        let point = try one(trkpt("47.22058000000000003382183422219", "1.5E-5", Self.time))
        #expect(point.latitude == 47_220_580_000)
        #expect(point.longitude == 15_000)
    }

    @Test(arguments: [
        ("520.4", 520_400), ("-12.3456", -12_346), (" 7 ", 7_000), ("0", 0), ("1e2", 100_000),
    ])
    func `heights are millimetres`(text: String, expected: Int32) throws {
        let point = try one(trkpt("1", "2", Self.time, more: "<ele>\(text)</ele>"))
        #expect(point.elevation == expected)
    }

    @Test(arguments: ["NaN", "", "-", "-32768", "9999999", "1e300", "unknown"])
    func `a height that says nothing is none, never zero`(text: String) throws {
        let sample = try ReadSample(
            gpx(trkpt("1", "2", Self.time, more: "<ele>\(text)</ele>"))
        )
        #expect(sample.points.first?.elevation == nil)
        #expect(sample.report.outcome == .taken)
    }

    @Test func `poor and missing fixes are flagged`() throws {
        func flags(_ more: String) throws -> PointFlags {
            try one(trkpt("1", "2", Self.time, more: more)).flags
        }
        #expect(try flags("<hdop>10</hdop>") == [])
        #expect(try flags("<hdop>10.001</hdop>") == .diluted)
        #expect(try flags("<hdop>300.1</hdop><vdop>1</vdop>") == .diluted)
        #expect(try flags("<hdop>?</hdop>") == [])
        #expect(try flags("<fix>none</fix>") == .noFix)
        #expect(try flags("<fix> None </fix><hdop>99</hdop>") == [.noFix, .diluted])
        #expect(try flags("<fix>3d</fix>") == [])
    }

    @Test(arguments: [
        ("12.4", "180.87702", "lon=\"180.87702\""), ("91.38", "10", "lat=\"91.38\""),
        ("north", "10", "lat=\"north\""), ("47,5", "10", "lat=\"47,5\""), ("", "10", "no lat"),
        ("1e400", "10", "lat=\"1e400\""),
    ])
    func `coordinates off the Earth part the track and are named`(
        lat: String,
        lon: String,
        words: String
    ) throws {
        let sample = try ReadSample(
            gpx(trkpt("1", "2", Self.time) + trkpt(lat, lon, Self.time))
        )
        #expect(sample.report.outcome == .partly)
        #expect(sample.messages.first?.contains(words) == true)
        #expect(sample.report.problems.first.first?.place.line == 5)
        #expect(sample.report.problems.first.first?.place.column == 1)
        let broken = try #require(sample.points.last)
        #expect(broken.flags == .breaksChunk)
        #expect(broken.latitude == 0)
        #expect(broken.longitude == 0)
    }

    @Test func `a point without coordinates is named`() throws {
        let sample = try ReadSample(
            gpx(trkpt("1", "2", Self.time) + "<trkpt><time>\(Self.time)</time></trkpt>")
        )
        #expect(sample.messages.first?.contains("no lat") == true)
        #expect(sample.points.last?.flags == .breaksChunk)
    }

    @Test func `pause marks of old recorders are no mistake`() throws {
        let sample = try ReadSample(
            gpx(
                trkpt("3", "14", Self.time) + trkpt("100", "0", Self.time)
                    + trkpt("200", "0.0", Self.time) + trkpt("3", "14.1", Self.time)
            )
        )
        #expect(sample.report.outcome == .taken)
        #expect(sample.report.problems.isEmpty)
        #expect(sample.points.map(\.flags) == [[], .breaksChunk, .breaksChunk, []])
    }

    @Test func `the very edges of the Earth are on it`() throws {
        let sample = try ReadSample(
            gpx(trkpt("90", "180", Self.time) + trkpt("-90.0", "-180.000", Self.time))
        )
        #expect(sample.report.outcome == .taken)
        #expect(sample.points.map(\.latitude) == [90_000_000_000, -90_000_000_000])
    }
}
