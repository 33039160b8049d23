import Model
import TestSupport
import Testing

/// The names, the order and the absent fields of what programs read (COMMANDS.md §5).
struct JSONOutputTests {
    private static let walk =
        #""start":"2026-11-20T11:00:00.000+01:00","end":"2026-11-20T11:10:00.000+01:00","#
        + #""minutes":10.0,"pauseMinutes":0.0,"steps":1000,"cadence":100,"kind":"walk","#
        + #""quality":"measured","sources":["generic"]}"#

    private static let day =
        #"{"date":"2026-11-20","timeZone":"Europe/Oslo","person":"me","coverage":"partial","#
        + #""steps":1040,"walkedMinutes":10.4,"walkedMinutesLow":7.4,"walkedMinutesHigh":10.7,"#
        + #""walks":[{"# + walk
        + #"],"finding":{"goalMinutes":90,"percent":11,"daysWithData7":1},"#
        + #""plan":{"mode":"none"},"pain":{"entries":0},"advice":[]"#

    private static let nothing =
        #"{"date":"2026-11-21","timeZone":"Europe/Oslo","person":"me","coverage":"none","#
        + #""walks":[],"finding":{"goalMinutes":90,"daysWithData7":1},"plan":{"mode":"none"},"#
        + #""pain":{"entries":0},"advice":[]}"#

    @Test func `a day and a day without data`() throws {
        let home = try SmallDay.home()
        #expect(try home.run("amble", ["days", "--json"]).lines == [Self.day + "}", Self.nothing])
        #expect(try home.run("amble", ["today", "--json"]).lines == [Self.nothing])
        #expect(try home.run("amble", ["--json"]).lines == [Self.nothing])
        #expect(try home.run("amble", ["week", "--json"]).lines.count == 7)
        #expect(try home.run("amble", ["month", "--json"]).lines.count == 30)
    }

    @Test func `the dates asked for, days before the first reading too`() throws {
        let home = try SmallDay.home()
        let days = try home.run(
            "amble",
            ["days", "--json", "--from", "2026-11-18", "--to", "2026-12-24"]
        )
        #expect(
            days.lines.map { String($0.prefix(20)) }
                == (18...21).map { "{\"date\":\"2026-11-\($0)\"" }
        )
        let later = try home.run("amble", ["days", "--json", "--from", "2026-11-22"])
        #expect(later.output.isEmpty)
    }

    @Test func `a walk`() throws {
        let home = try SmallDay.home()
        let walks = try home.run("amble", ["walks", "--json"])
        #expect(walks.lines == [#"{"date":"2026-11-20","person":"me","# + Self.walk])
    }

    @Test func `a recorded track has metres, and lists as a track when it is none`() throws {
        let home = try TestHome()
        home.drop(
            "walk.gpx",
            InventedExports.gpx(from: Instant(seconds: 1_795_168_800), seconds: 600)
        )
        try home.once()
        let walk = try #require(try home.run("amble", ["walks", "--json"]).lines.first)
        #expect(walk.contains(#""distanceMetres":"#), "\(walk)")
        #expect(!walk.contains(#""steps""#) && !walk.contains(#""cadence""#), "\(walk)")
        let days = try home.run("amble", ["days", "--json", "--to", "2026-11-20"]).output
        #expect(!days.contains(#""steps""#), "\(days)")
    }

    @Test func `a daily total is an estimate with its range and no cadence`() throws {
        let home = try TestHome()
        home.drop("total.csv", "start,end,steps\n2026-11-20T09:00:00Z,2026-11-20T10:00:00Z,3000\n")
        #expect(try home.once().status == 0)
        let walks = try home.run("amble", ["walks", "--json"]).lines
        for walk in walks where walk.contains(#""quality":"estimated""#) {
            #expect(walk.contains(#""minutesLow":"#) && walk.contains(#""minutesHigh":"#))
            #expect(!walk.contains(#""cadence""#) && !walk.contains(#""pauseMinutes""#))
        }
        #expect(walks.contains { $0.contains(#""quality":"estimated""#) }, "\(walks)")
    }

    @Test func `files by what became of them`() throws {
        let home = try SmallDay.home()
        home.drop("copy.csv", SmallDay.csv)
        home.drop("letter.csv", "Dear all,\n")
        home.drop("part.csv", SmallDay.csv + "2026-11-20T15:00:00Z,4O\n")
        #expect(try home.once().status == 65)
        let files = try home.run("amble", ["files", "--json"]).lines
        let outcomes = ["known", "taken", "refused", "partly"]
        #expect(files.count == 4)
        for (line, outcome) in zip(files, outcomes) {
            #expect(line.contains(#""outcome":"\#(outcome)""#), "\(line)")
            #expect(line.contains(#""seen":"2026-11-21T13:00:00.000+01:00""#), "\(line)")
        }
        #expect(
            files[1].hasPrefix(#"{"path":"\#(home.inbox)/day.csv","sha256":""#),
            "\(files[1])"
        )
        let facts =
            #""bytes":\#(SmallDay.csv.utf8.count),"outcome":"taken","dialect":"generic","#
            + #""readings":11,"from":"2026-11-20T11:00:00.000+01:00","#
            + #""to":"2026-11-20T15:30:00.000+01:00","problems":[],"#
        #expect(files[1].contains(facts), "\(files[1])")
        #expect(!files[2].contains(#""from""#) && !files[2].contains(#""dialect""#))
        #expect(
            files[3].contains(#""problems":[{"line":13,"column":22,"message":""#),
            "\(files[3])"
        )
        let refused = try home.run("amble", ["files", "--json", "--refused"]).lines
        #expect(refused == Array(files[2...]))
    }

    @Test func `an inspection tells columns and first readings as well`() throws {
        let home = try TestHome()
        home.drop("day.csv", SmallDay.csv)
        let run = try home.run("amble", ["inspect", "--json", home.inbox + "/day.csv"])
        #expect(run.status == 0 && run.lines.count == 1)
        for part in [
            #""columns":[{"name":"timestamp","meaning":"time"},{"name":"steps","meaning":"steps"}]"#,
            #""preview":[{"line":2,"start":"2026-11-20T11:00:00.000+01:00","#,
            #""outcome":"taken","dialect":"generic","readings":11"#,
        ] {
            #expect(run.output.contains(part), "\(run.output)")
        }
    }

    @Test func `an inspection before one that fails is printed all the same`() throws {
        let home = try TestHome()
        home.drop("day.csv", SmallDay.csv)
        let run = try home.run(
            "amble",
            ["inspect", "--json", home.inbox + "/day.csv", home.inbox + "/missing.csv"]
        )
        #expect(run.status == 66 && run.lines.count == 1)
    }

    @Test func `an import tells what became of its files, and nothing else`() throws {
        let home = try TestHome()
        home.drop("day.csv", SmallDay.csv)
        let run = try home.run("amble", ["import", "--json", home.inbox])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.lines.count == 1)
        #expect(run.output.contains(#""outcome":"taken""#), "\(run.output)")
    }

    @Test func `the daily log for programs adds revision and moment`() throws {
        let home = try SmallDay.home()
        let told = Program.text(home.state + "/summary.jsonl")
        #expect(
            told == Self.day + #","revision":1,"written":"2026-11-21T13:00:00.000+01:00"}"# + "\n"
        )
    }
}
