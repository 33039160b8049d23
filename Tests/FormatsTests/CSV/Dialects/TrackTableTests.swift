import Model
import Testing

@testable import Formats

@Suite struct TrackTableTests {
    private let babel = "No,Latitude,Longitude,Altitude,Date,Time\n"
    private let logger = "time,lat,lon,elevation,accuracy,hdop\n"

    @Test func `GPSBabel writes local times, which are those of home`() throws {
        let trial = try CSVTrial(
            babel + "1,59.912330,10.753222,12.0,2026/11/12,10:04:01\n"
                + "2,-59.912302,-10.753259,-1.5,2026/11/12,10:04:04\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "track-table")
        #expect(
            trial.points == [
                "0 2026-11-12T09:04:01Z 59912330000 10753222000 12000",
                "0 2026-11-12T09:04:04Z -59912302000 -10753259000 -1500",
            ]
        )
        #expect(trial.sink.sources == [Source(name: "track-table", kind: .gpx)])
    }

    @Test(arguments: ["utc_d,utc_t", "UTC_d,UTC_t", "Date (UTC),Time (UTC)"])
    func `columns that say so are in UTC`(times: String) throws {
        let trial = try CSVTrial(
            "lat,lon,\(times)\n59.1,10.5,2026-07-12,10:04:01\n59.1,10.5,2026-07-12,10:04:02\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.points.first == "0 2026-07-12T10:04:01Z 59100000000 10500000000 -")
    }

    @Test func `loggers write the time in one cell, with its zone`() throws {
        let trial = try CSVTrial(
            logger + "2026-11-12T09:04:01.250Z,59.1,10.5,12.0,4.0,0.9\n"
                + "2026-11-12T09:04:02Z,59.1,10.5,,4.0,10.5\n"
        )
        #expect(
            trial.points == [
                "0 2026-11-12T09:04:01.250Z 59100000000 10500000000 12000",
                "0 2026-11-12T09:04:02Z 59100000000 10500000000 - diluted",
            ]
        )
    }

    @Test func `a decimal comma of the degrees is one of the whole row`() throws {
        let trial = try CSVTrial(
            "time;lat;lon;elevation;hdop\n2026-11-12T09:04:01Z;59,1;-10,5;12,25;10,5\n"
        )
        #expect(
            trial.points == [
                "0 2026-11-12T09:04:01Z 59100000000 -10500000000 12250 diluted"
            ]
        )
    }

    @Test func `in the hour that comes twice a track goes on, never back`() throws {
        let times = ["01:59:50", "02:10:00", "02:50:00", "02:05:30", "02:50:00", "03:00:10"]
        let trial = try CSVTrial(
            babel + times.map { "1,59.1,10.5,1,2026/10/25,\($0)\n" }.joined()
        )
        let instants = trial.points.map { $0.split(separator: " ")[1] }
        #expect(
            instants == [
                "2026-10-24T23:59:50Z", "2026-10-25T00:10Z", "2026-10-25T00:50Z",
                "2026-10-25T01:05:30Z", "2026-10-25T01:50Z", "2026-10-25T02:00:10Z",
            ]
        )
    }

    @Test func `a time that the clocks left out is a problem`() throws {
        let trial = try CSVTrial(
            babel + "1,59.1,10.5,1,2026/03/29,01:59:59\n2,59.1,10.5,1,2026/03/29,02:10:00\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.points.count == 1)
        #expect(trial.problems[0].hasPrefix("3:26 \"02:10:00\" is a time that the clocks left out"))
    }

    @Test func `a row with a name is a place, not a point`() throws {
        let header = "No,Latitude,Longitude,Name,Altitude,Date,Time\n"
        let place = "2,59.2,10.5,\"Bench, Skøyen\",3,2026/11/12,10:04:02\n"
        let trial = try CSVTrial(
            header + "1,59.1,10.5,,3,2026/11/12,10:04:01\n" + place
                + "3,59.1,10.5,,3,2026/11/12,10:04:04\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.points.count == 2)
        let places = try CSVTrial(header + place)
        #expect(places.report.outcome == .taken)
        #expect(places.points.isEmpty)
        #expect(places.problems.count == 1)
        #expect(places.problems[0].contains("a row with a name is a place that somebody marked"))
    }

    @Test func `heights in feet are not taken for metres`() throws {
        let trial = try CSVTrial(
            "time,lat,lon,Altitude (ft)\n2026-11-12T09:04:01Z,59.1,10.5,120\n"
        )
        #expect(trial.points == ["0 2026-11-12T09:04:01Z 59100000000 10500000000 -"])
    }

    @Test func `a word for a height is a problem of its cell`() throws {
        let trial = try CSVTrial(
            logger + "2026-11-12T09:04:01Z,59.1,10.5,gps,4,0.9\n"
                + "2026-11-12T09:04:02Z,59.1,10.5,,4,0.9\n"
        )
        #expect(trial.points.count == 2)
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].hasPrefix("2:32 \"gps\" is no height in metres"))
    }

    @Test func `positions in another form part the track and are problems`() throws {
        let trial = try CSVTrial(
            babel + "1,N59 54.740,E10 45.193,12.0,2026/11/12,09:04:01\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].hasPrefix("2:3 lat=\"N59 54.740\" is no number"))
    }

    @Test func `another grid is refused with what to do`() throws {
        let trial = try CSVTrial(
            "No,UTM-Zone,UTM-Ch,UTM-East,UTM-North,Altitude,Date,Time\n"
                + "1,32,V,598042,6642946,12.0,2026/11/12,09:04:01\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("save the track as GPX"))
    }

    @Test func `dates without a time of day, and times without a date, are problems`() throws {
        let trial = try CSVTrial(
            babel + "1,59.1,10.5,1,2026/11/12,10:04:01\n2,59.1,10.5,1,2026/11/12,\n"
                + "3,59.1,10.5,1,,10:04:05\n4,59.1,10.5,1,2026/11/12 10:04:07,10:04:07\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.points.count == 1)
        #expect(trial.problems.map { $0.prefix(5) } == ["3:26 ", "4:15 ", "5:15 "])
    }

    @Test func `times that mostly have no offset do not get one`() throws {
        let trial = try CSVTrial(
            "time,lat,lon\n2026-11-12T09:04:01,59.1,10.5\n2026-11-12T09:04:02Z,59.1,10.5\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("has an offset from UTC, and times before it have none"))
    }

    @Test func `a table with steps is one of steps`() throws {
        let trial = try CSVTrial(
            "time,lat,lon,steps\n2026-11-12T09:04:00Z,59.1,10.5,90\n"
                + "2026-11-12T09:05:00Z,59.1,10.5,80\n"
        )
        #expect(trial.report.dialect == "generic", "\(trial.problems)")
    }

    @Test func `a table of OpenTracks whose heading is damaged is none`() throws {
        let trial = try CSVTrial(
            "#time,trackpoint_tpye,latitude,longitude,altitude\n"
                + "2026-02-02T03:02:03+01:00,TRACKPOINT,3.1,14.0,1\n"
        )
        #expect(trial.report.outcome == .refused)
    }
}
