import Model
import Scoring
import Testing

@testable import Summary

@Suite struct ExportTableTests {
    private let csv = ExportTable(.csv, person: "me", home: Example.home)
    private let json = ExportTable(.json, person: "me", home: Example.home)

    /// The fields of a CSV line without quotes in it.
    private func fields(_ line: String?) -> [Substring] {
        (line ?? "").split(separator: ",", omittingEmptySubsequences: false)
    }

    @Test func `every line has as many fields as its heading`() {
        #expect(fields(csv.heading(.days)).count == fields(csv.line(Example.full)).count)
        #expect(fields(csv.heading(.days)).count == fields(csv.line(Example.silent())).count)
        #expect(
            fields(csv.heading(.walks)).count
                == fields(csv.line(Example.morningWalk, date: Example.date)).count
        )
        let minute = ExportTable.Minute(start: Example.last.time, steps: nil, walking: nil)
        #expect(fields(csv.heading(.minutes)).count == fields(csv.line(minute)).count)
    }

    @Test func `a day out is the day that pages show`() {
        #expect(
            csv.line(Example.full)
                == "2026-11-21,Europe/Oslo,me,recorded,7214,64.3,51.5,88.0,2,71,66.1,6,under-78,"
                + "level,3,met,3,2,4"
        )
        #expect(
            json.line(Example.full) == DayJSON.line(Example.full, person: "me", home: Example.home)
        )
    }

    @Test func `without data the figures are empty, not nought`() {
        #expect(
            csv.line(Example.silent())
                == "2026-11-22,Europe/Oslo,me,none,,,,,,,66.1,6,under-78,none,,,,,"
        )
    }

    @Test func `a walk out has its times and sources`() {
        var walk = Example.morningWalk
        walk.sources = ["phone, old", "watch"]
        #expect(
            csv.line(walk, date: Example.date)
                == "2026-11-21,me,2026-11-21T07:02:03.530+01:00,2026-11-21T07:23:57.352+01:00,"
                + "20.9,,,1.0,2210,106,walk,measured,1530,12,\"phone, old; watch\","
        )
        #expect(
            csv.line(Example.estimatedWalk, date: Example.date).contains(
                ",10.0,7.1,16.7,,1000,,walk,estimated,,,scale,"
            )
        )
        #expect(
            json.line(walk, date: Example.date)
                == WalkJSON.line(walk, date: Example.date, person: "me", home: Example.home)
        )
    }

    @Test func `minutes come one by one, what is unknown stays empty`() {
        let minute = ExportTable.Minute(
            start: Example.at("06:02:00.000"),
            steps: 104,
            walking: Milliseconds(56_470)
        )
        #expect(csv.heading(.minutes) == "time,steps,walkingMilliseconds")
        #expect(csv.line(minute) == "2026-11-21T07:02:00.000+01:00,104,56470")
        #expect(
            json.line(minute)
                == #"{"time":"2026-11-21T07:02:00.000+01:00","steps":104,"#
                + #""walkingMilliseconds":56470}"#
        )
        let unknown = ExportTable.Minute(start: minute.start, steps: nil, walking: nil)
        #expect(csv.line(unknown) == "2026-11-21T07:02:00.000+01:00,,")
        #expect(json.line(unknown) == #"{"time":"2026-11-21T07:02:00.000+01:00"}"#)
    }

    @Test func `JSON Lines have no heading`() {
        for content in ExportTable.Content.allCases { #expect(json.heading(content) == nil) }
    }
}
