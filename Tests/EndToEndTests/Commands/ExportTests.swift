import Model
import TestSupport
import Testing

/// Everything back out (COMMANDS.md §4).
struct ExportTests {
    @Test func `minutes that are taken in again are the same minutes`() throws {
        var exports = InventedExports(seed: 12)
        let first = try #require(CivilDay(iso: "2026-10-20"))
        let home = try TestHome()
        home.drop("all.csv", InventedExports.csv(exports.minutes(from: first, days: 10)))
        try home.once()
        let minutes = try export(home, "minutes", "csv")
        #expect(minutes.hasPrefix("time,steps,walkingMilliseconds\n2026-10-20T"))

        let again = try TestHome()
        again.drop("exported.csv", minutes)
        #expect(try again.once().status == 0)
        #expect(try export(again, "minutes", "csv") == minutes)
        let days = try home.run("amble", ["export", "--what", "days", "--format", "csv"])
        #expect(try export(again, "days", "csv") == days.output)
    }

    @Test func `days and walks as a table have the headings and one row each`() throws {
        let home = try SmallDay.home()
        #expect(
            try export(home, "days", "csv") == """
                date,timeZone,person,coverage,steps,walkedMinutes,walkedMinutesLow,\
                walkedMinutesHigh,walks,percent,averageMinutes7,daysWithData7,group,planMode,\
                planLevel,planResult,painUsual,painLowest,painHighest
                2026-11-20,Europe/Oslo,me,partial,1040,10.4,7.4,10.7,1,11,,1,,none,,,,,
                2026-11-21,Europe/Oslo,me,none,,,,,,,,1,,none,,,,,

                """
        )
        #expect(
            try export(home, "walks", "csv") == """
                date,person,start,end,minutes,minutesLow,minutesHigh,pauseMinutes,steps,cadence,\
                kind,quality,distanceMetres,climbMetres,sources,open
                2026-11-20,me,2026-11-20T11:00:00.000+01:00,2026-11-20T11:10:00.000+01:00,10.0,,,\
                0.0,1000,100,walk,measured,,,generic,

                """
        )
    }

    @Test func `JSON is that of the other commands`() throws {
        let home = try SmallDay.home()
        let days = try home.run("amble", ["days", "--json"]).output
        #expect(try export(home, "days", "json") == days)
        let walks = try home.run("amble", ["walks", "--json"]).output
        #expect(try export(home, "walks", "json") == walks)
        let minutes = try export(home, "minutes", "json").split(separator: "\n")
        #expect(minutes.count == 11)
        #expect(
            minutes.last
                == #"{"time":"2026-11-20T15:30:00.000+01:00","steps":40,"walkingMilliseconds":24000}"#
        )
    }

    @Test func `dates bound what is given back`() throws {
        let home = try SmallDay.home()
        for what in ["minutes", "walks"] {
            let none = try home.run("amble", ["export", "--what", what, "--from", "2026-11-21"])
            #expect(none.lines.count == 1, "\(none.output)")
            let early = try home.run("amble", ["export", "--what", what, "--to", "2026-11-19"])
            #expect(early.status == 0 && early.lines.count == 1, "\(early.output)")
        }
    }

    @Test func `nothing in is nothing out`() throws {
        let home = try TestHome()
        #expect(try export(home, "minutes", "json").isEmpty)
        #expect(try export(home, "walks", "csv").split(separator: "\n").count == 1)
    }

    private func export(_ home: TestHome, _ what: String, _ format: String) throws -> String {
        let run = try home.run("amble", ["export", "--what", what, "--format", format])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        return run.output
    }
}
