import Glibc
import TestSupport
import Testing

/// What a person reads: the log, the receipt, the tables; and what looking leaves behind.
struct PageTests {
    @Test func `the log shows the newest revision of each day, or the last days`() throws {
        let home = try TestHome()
        for day in 17...19 { home.drop("\(day).csv", Self.walk(10, on: "2026-11-\(day)")) }
        try home.once()
        home.drop("late.csv", Self.walk(20, on: "2026-11-18"))
        try home.once()
        let log = try home.run("amble", ["log"]).lines
        #expect(log.map { String($0.prefix(10)) } == (17...20).map { "2026-11-\($0)" })
        #expect(log[1].hasSuffix("revised (2)"))
        #expect(Program.text(home.state + "/summary.log").split(separator: "\n").count == 5)
        #expect(try home.run("amble", ["log", "-n", "2"]).lines == Array(log.suffix(2)))
        #expect(try home.run("amble", ["log", "-n", "0"]).output.isEmpty)
        #expect(try home.run("amble", ["log", "-n", "99"]).lines == log)
        let objects = try home.run("amble", ["log", "--json"]).lines
        #expect(objects.count == 4)
        #expect(objects[1].contains(#""revision":2,"#), "\(objects[1])")
        #expect(try home.run("amble", ["log", "--json", "-n", "1"]).lines == [objects[3]])
    }

    @Test func `a log that is followed shows each line as it is written`() throws {
        let home = try SmallDay.home()
        let follower = try home.start("amble", ["log", "-f"])
        let shown = { Program.text(home.folder + "/run-2/stdout").split(separator: "\n").count }
        #expect(eventually { shown() == 1 })
        home.drop("late.csv", Self.walk(10, on: "2026-11-19"))
        try home.once()
        #expect(eventually { shown() == 2 })
        follower.send(SIGTERM)
        #expect(follower.finish().output.contains("2026-11-19"))
    }

    @Test func `a receipt names file, hash and lines of every minute`() throws {
        let home = try SmallDay.home()
        let why = try home.run("amble", ["why", "2026-11-20"])
        #expect(why.status == 0)
        #expect(why.lines.first == "Friday 2026-11-20")
        #expect(why.output.contains("Walk 11:00–11:10: 10.0 min, "), "\(why.output)")
        #expect(why.output.contains("generic: day.csv, lines 2–11, SHA-256 "), "\(why.output)")
        #expect(why.output.contains("generic: day.csv, line 12, SHA-256 "), "\(why.output)")
        #expect(try home.run("amble", ["why", "yesterday"]).output == why.output)
        #expect(try home.run("amble", ["why", "today"]).output.contains("No data"))
    }

    @Test func `a receipt says who lost, and why`() throws {
        let home = try TestHome()
        TestHome.write(
            Array(
                "[[folder]]\npath = \"\(home.folder)/phone\"\nsource = \"phone\"\n[source.phone]\nrank = 500\n"
                    .utf8
            ),
            to: home.folder + "/amble.toml"
        )
        mkdir(home.folder + "/phone", 0o700)
        TestHome.write(
            Array(SmallDay.csv.replacing(",100", with: ",97").utf8),
            to: home.folder + "/phone/p.csv"
        )
        home.drop("day.csv", SmallDay.csv)
        #expect(try home.once().status == 0)
        let why = try home.run("amble", ["why", "2026-11-20"]).output
        #expect(why.contains("  not  phone: p.csv, lines 2–11, SHA-256 "), "\(why)")
        #expect(why.contains("because generic recorded the same time and ranks better"), "\(why)")
        #expect(try home.run("amble", ["days", "--json"]).output.contains(#""steps":1040,"#))
    }

    @Test func `looking at a file changes nothing anywhere`() throws {
        let home = try TestHome()
        home.drop("day.csv", SmallDay.csv)
        let run = try home.run("amble", ["inspect", home.inbox + "/day.csv"])
        #expect(run.status == 0 && run.output.contains("would be taken"), "\(run.output)")
        #expect(access(home.state, F_OK) != 0)
        #expect(Program.text(home.inbox + "/day.csv") == SmallDay.csv)
    }

    @Test func `reading commands make nothing where nothing is`() throws {
        let home = try TestHome()
        for arguments in [
            [], ["week"], ["month"], ["days"], ["walks"], ["files"], ["log"], ["why", "today"],
        ] {
            let run = try home.run("amble", arguments)
            #expect(run.status == 0 && run.errors.isEmpty, "\(arguments) \(run.errors)")
        }
        #expect(access(home.state, F_OK) != 0)
    }

    @Test func `the clock of a script decides what today is`() throws {
        let home = try SmallDay.home()
        home.environment["AMBLE_NOW"] = "2026-11-20T13:00:00+01:00"
        #expect(try home.run("amble", ["--json"]).output.contains(#""date":"2026-11-20""#))
        home.environment["AMBLE_NOW"] = "2026-11-20T23:30:00Z"
        #expect(try home.run("amble", ["--json"]).output.contains(#""date":"2026-11-21""#))
        home.environment["AMBLE_NOW"] = "noon"
        #expect(try home.run("amble", ["--json"]).status == 64)
    }

    @Test func `the configured zone wins over that of the system`() throws {
        let home = try SmallDay.home()
        TestHome.write(
            Array("time-zone = \"Asia/Tokyo\"\n".utf8),
            to: home.folder + "/amble.toml"
        )
        let days = try home.run("amble", ["days", "--json", "--to", "2026-11-20"])
        #expect(days.output.contains(#""timeZone":"Asia/Tokyo""#), "\(days.output)")
        #expect(days.output.contains(#""start":"2026-11-20T19:00:00.000+09:00""#), "\(days.output)")
    }

    /// A generic CSV with 100 steps in each of some minutes of a date, from 10:00 UTC on.
    static func walk(_ minutes: Int, on date: String) -> String {
        (0..<minutes).reduce(into: "timestamp,steps\n") { text, minute in
            text += "\(date)T10:\(minute < 10 ? "0" : "")\(minute):00Z,100\n"
        }
    }
}
