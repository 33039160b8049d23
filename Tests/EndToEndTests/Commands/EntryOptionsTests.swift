import Glibc
import TestSupport
import Testing

/// The diary as a person keeps it: an entry goes into the file, and what follows comes back.
struct EntryOptionsTests {
    private func diary(_ home: TestHome) -> [String] {
        Program.text(home.inbox + "/diary.csv").split(separator: "\n").map(String.init)
    }

    @Test func `entries stand in the diary with the offset of the home zone`() throws {
        let home = try TestHome()
        for words in [
            ["pain", "3", "--note", "after \"gardening\", a lot"],
            ["walked", "20", "--at", "09:30"],
            ["moves", "15", "--at", "2026-11-20T18:00"],
            ["pain", "4", "--at", "2026-11-21T08:00:00Z"],
        ] {
            let run = try home.run("amble", words)
            #expect(run.status == 0 && run.errors.isEmpty, "\(words): \(run.errors)")
            #expect(run.output.hasPrefix("Noted"), "\(run.output)")
        }
        #expect(
            diary(home) == [
                "time,entry,value,note",
                #"2026-11-21T13:00:00+01:00,pain,3,"after ""gardening"", a lot""#,
                "2026-11-21T09:30:00+01:00,walk,20,", "2026-11-20T18:00:00+01:00,moves,15,",
                "2026-11-21T09:00:00+01:00,pain,4,",
            ]
        )
        let today = try home.run("amble", ["--json"]).output
        #expect(
            today.contains(#""pain":{"usual":4,"lowest":3,"highest":4,"entries":2}"#),
            "\(today)"
        )
        #expect(today.contains(#""walkedMinutes":20.0"#), "\(today)")
    }

    @Test func `a time is what the clock at home shows, or names its offset`() throws {
        let home = try TestHome()
        for (typed, written) in [
            ("07:05", "2026-11-21T07:05:00+01:00"), ("07:05:30", "2026-11-21T07:05:30+01:00"),
            ("2026-07-01T23:59", "2026-07-01T23:59:00+02:00"),
            ("2026-07-01 10:00:01", "2026-07-01T10:00:01+02:00"),
            ("2026-07-01T10:00:00-05:00", "2026-07-01T17:00:00+02:00"),
            // The hour that comes twice, and the one that does not come.
            ("2026-10-25T02:30", "2026-10-25T02:30:00+02:00"),
            ("2026-03-29T02:30", "2026-03-29T03:30:00+02:00"),
        ] {
            let run = try home.run("amble", ["moves", "10", "--at", typed])
            #expect(run.status == 0, "\(typed): \(run.errors)")
            #expect(diary(home).last == "\(written),moves,10,")
        }
        for typed in ["", "7:05", "24:00", "07:60", "2026-02-30T10:00", "2026-07-01", "07:05:3x"] {
            #expect(try home.run("amble", ["moves", "10", "--at", typed]).status == 64, "\(typed)")
        }
        #expect(diary(home).count == 8)
    }

    @Test func `a spike makes a flare-up day, which is told gently`() throws {
        let home = try TestHome()
        for words in [["plan", "usual", "3"], ["plan", "start"]] {
            #expect(try home.run("amble", words).status == 0)
        }
        let run = try home.run("amble", ["pain", "6"])
        #expect(
            run.output.replacing("\n", with: " ")
                == "Noted: pain 6, usual 3. Flare-up day: three short walks of five minutes, half an "
                + "hour apart, are plenty. "
        )
    }

    @Test func `what is no value is refused with its clause and writes nothing`() throws {
        let home = try TestHome()
        for (words, clause) in [
            (["pain", "11"], "write a whole number from 0 to 10"), (["flag", "gout"], "trauma"),
            (["walked", "0"], "1 to 600"), (["moves", "601"], "1 to 600"),
            (["plan", "level", "0"], "level N"), (["plan", "baseline", "61"], "baseline 1 to 60"),
            (["plan", "usual", "x"], "usual auto"), (["plan", "flare-up", "maybe"], "yes or no"),
            (["pain", "3", "--at", "noon"], "--at"), (["pain", "3", "--at", "25:00"], "--at"),
            (["plan", "start", "2026-12-24"], "26 hours"),
            (["plan", "start", "today", "--at", "09:00"], "--at"),
        ] {
            let run = try home.run("amble", words)
            #expect(run.status == 64, "\(words)")
            #expect(run.errorLines.count == 1 && run.errors.hasPrefix("amble: "), "\(run.errors)")
            #expect(run.errors.contains(clause), "\(words): \(run.errors)")
        }
        #expect(diary(home).isEmpty)
    }

    @Test func `an urgent flag stands first in every output for a person until it is cleared`()
        throws
    {
        let home = try SmallDay.home()
        let flag = try home.run("amble", ["flag", "fever"])
        let notice = "Please seek urgent medical assessment (you reported: fever)."
        #expect(flag.output.hasPrefix(notice) && flag.output.contains("Noted: fever."))
        for words in [
            [], ["week"], ["month"], ["days"], ["days", "--to", "2026-11-20"], ["walks"],
            ["why", "2026-11-20"], ["files"], ["log"], ["plan"], ["pain", "2"],
            ["inspect", home.inbox + "/day.csv"], ["import", home.inbox + "/day.csv"],
        ] {
            let output = try home.run("amble", words).output
            #expect(output.hasPrefix(notice), "\(words): \(output)")
            #expect(output.split(separator: notice).count == 1, "\(words): \(output)")
        }
        for words in [["--json"], ["days", "--json"], ["plan", "--json"], ["walks", "--json"]] {
            #expect(try home.run("amble", words).output.hasPrefix("{"), "\(words)")
        }
        let cleared = try home.run("amble", ["plan", "cleared", "--at", "13:01"])
        #expect(cleared.output.hasPrefix(notice), "an entry of the minutes to come waits")
        home.environment["AMBLE_NOW"] = "2026-11-21T12:02:00Z"
        #expect(try !home.run("amble", []).output.contains("urgent"))
    }

    @Test func `a daemon that starts later takes what was written while it was busy`() throws {
        let home = try TestHome()
        #expect(try home.run("amble", ["pain", "2", "--at", "08:00"]).status == 0)
        let file = open(home.state + "/ambled.lock", O_RDWR | O_CLOEXEC)
        #expect(flock(file, LOCK_EX) == 0)
        let run = try home.run("amble", ["pain", "5"])
        #expect(run.status == 0 && run.output.hasPrefix("Written down: pain 5."), "\(run.output)")
        #expect(diary(home).count == 3)
        // A program that another test just starts may hold a copy of the descriptor.
        #expect(flock(file, LOCK_UN) == 0)
        close(file)
        let daemon = try home.start("ambled", [])
        #expect(
            try eventually { try home.run("amble", ["--json"]).output.contains(#""highest":5"#) }
        )
        daemon.send(SIGTERM)
        #expect(daemon.finish().status == 0)
    }
}
