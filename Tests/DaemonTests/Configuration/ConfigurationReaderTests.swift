import Daemon
import Testing

struct ConfigurationReaderTests {
    @Test func `all mistakes are named at once, in the order of the file`() {
        let text = """
            goal-minutes = 0
            [plan]
            pace = "fast"
            [[folder]]
              pth = "~/Walks"
              recursive = "yes"
            """
        #expect(
            mistakes(of: text) == [
                "1:16: goal-minutes = 0 is out of range; it goes from 1 to 600",
                "3:8: pace = \"fast\" is unknown; it is \"met-days\" or \"calendar\"",
                "4:1: [[folder]] has no path; add path = \"…\", the folder to watch",
                "5:3: \"pth\" is not a known key in [[folder]]; did you mean \"path\"?",
                "6:15: recursive must be true or false, not text",
            ]
        )
    }

    @Test func `an unknown key is a mistake, with the key that was meant`() {
        #expect(
            mistakes(of: "timezone = \"Europe/Oslo\"") == [
                "1:1: \"timezone\" is not a known key; did you mean \"time-zone\"?"
            ]
        )
        #expect(
            mistakes(of: "\n\n[folders]\npath = 1") == [
                "3:2: \"folders\" is not a known key; did you mean \"folder\"?"
            ]
        )
        #expect(
            mistakes(of: "[plan]\ncolour = 1") == [
                "2:1: \"colour\" is not a known key in [plan]; known are file, pace"
            ]
        )
        #expect(
            mistakes(of: "[source.watch]\nranks = 1") == [
                "2:1: \"ranks\" is not a known key in [source.\"watch\"]; did you mean \"rank\"?"
            ]
        )
    }

    @Test(arguments: [
        ("time-zone = 1", "1:13: time-zone must be text in quotes, not a whole number"),
        (
            "goal-minutes = 90.5",
            "1:16: goal-minutes must be a whole number, not a number with a fraction"
        ),
        ("goal-minutes = \"90\"", "1:16: goal-minutes must be a whole number, not text"),
        (
            "folder = 3",
            "1:10: folder may come more than once, so it is written [[folder]], "
                + "not as a whole number"
        ),
        (
            "[folder]\npath = \"/a\"",
            "1:1: folder may come more than once, so it is written [[folder]], not as a table"
        ),
        (
            "device = [1]",
            "1:11: device may come more than once, so it is written [[device]], each a table, "
                + "not a whole number"
        ),
        ("plan = true", "1:8: plan must be a table, [plan], not true or false"),
        ("source = []", "1:1: source is written [source.\"NAME\"], one table a source"),
        (
            "[source]\nrank = 1",
            "2:1: [source] holds a table for each source, as in [source.\"Fitbit Air\"], "
                + "not a whole number"
        ),
    ])
    func `a value of the wrong kind is named with what it is`(text: String, expected: String) {
        #expect(mistakes(of: text).first == expected)
    }

    @Test(arguments: ["0", "601", "-1", "9223372036854775807"])
    func `the goal of a day is 1 to 600`(minutes: String) {
        #expect(
            mistakes(of: "goal-minutes = \(minutes)") == [
                "1:16: goal-minutes = \(minutes) is out of range; it goes from 1 to 600"
            ]
        )
    }

    @Test func `an unknown zone is named wherever one stands`() {
        let text = """
            time-zone = "Europe/Olso"
            [[zone]]
            from = "2026-06-01"
            name = "Tokyo"
            [source.a]
            time-zone = ""
            """
        #expect(
            mistakes(of: text) == [
                "1:13: time-zone = \"Europe/Olso\" is not a known time zone",
                "4:8: name = \"Tokyo\" is not a known time zone",
                "6:13: time-zone = \"\" is not a known time zone",
            ]
        )
    }

    @Test func `a folder is watched once, however it is spelt`() {
        let text = "[[folder]]\npath = \"~/a\"\n[[folder]]\npath = \"/home/kari//./a/\""
        #expect(
            mistakes(of: text) == [
                "4:8: \"/home/kari/a\" is watched already; remove one [[folder]]"
            ]
        )
    }

    @Test func `the state folder is not watched, a folder in it is`() {
        let state = "~/.local/state/amble"
        #expect(mistakes(of: "[[folder]]\npath = \"\(state)/inbox\"").isEmpty)
        #expect(
            mistakes(of: "[[folder]]\npath = \"\(state)\"") == [
                "2:8: path = \"/home/kari/.local/state/amble\" is the state folder, "
                    + "which nobody may watch; choose another"
            ]
        )
    }

    @Test func `a folder above the state folder is watched only when it does not reach it`() {
        #expect(mistakes(of: "[[folder]]\npath = \"~\"").isEmpty, "hidden folders are passed over")
        let above = "[[folder]]\npath = \"/home/kari/.local/state\""
        #expect(mistakes(of: above + "\nrecursive = false").isEmpty)
        #expect(mistakes(of: above).first?.hasPrefix("2:8: path = ") == true)
    }

    @Test(arguments: [
        ("", "is empty; write a path"),
        ("~ola/walks", "names another person's home; write the whole path"),
        ("a\\u0000b", "holds a zero byte, which no path can; remove it"),
    ])
    func `a path that leads nowhere is a mistake`(path: String, complaint: String) {
        let found = mistakes(of: "[[folder]]\npath = \"\(path)\"")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("2:8: ") == true)
        #expect(found.first?.hasSuffix(complaint) == true)
    }

    @Test func `a plan of one's own must be there`() {
        #expect(mistakes(of: "[plan]\nfile = \"my-levels.toml\"").isEmpty)
        #expect(
            mistakes(of: "[plan]\nfile = \"other.toml\"") == [
                "2:8: file = \"/etc/amble/other.toml\" does not exist or is no file; "
                    + "correct the path, or remove the key for the built-in plan"
            ]
        )
    }

    @Test func `what is missing is named where its table begins`() {
        #expect(
            mistakes(of: "[[device]]\n[[zone]]\n") == [
                "1:1: [[device]] has no serial; add serial = \"…\", as `amble devices` shows it",
                "2:1: [[zone]] has no from; add from = \"…\", the first date in the new zone",
                "2:1: [[zone]] has no name; add name = \"…\", for example \"Asia/Tokyo\"",
            ]
        )
    }

    @Test func `a thing given twice is a mistake`() {
        #expect(
            mistakes(of: "[[device]]\nserial = 'x'\n[[device]]\nserial = 'x'") == [
                "4:10: the serial \"x\" is given twice; remove one [[device]]"
            ]
        )
        let zone = "[[zone]]\nfrom = 2026-06-01\nname = 'UTC'\n"
        #expect(
            mistakes(of: zone + zone) == [
                "5:8: two [[zone]] begin on 2026-06-01; only one can hold"
            ]
        )
    }

    @Test(arguments: ["\"2026-02-30\"", "\"2026-6-1\"", "\"\"", "\"yesterday\""])
    func `a date that does not exist is a mistake`(date: String) {
        #expect(
            mistakes(of: "[[zone]]\nfrom = \(date)\nname = 'UTC'") == [
                "2:8: from is no date of the calendar; write it like \"2026-06-01\""
            ]
        )
    }

    @Test func `a date with a time is no date`() {
        #expect(
            mistakes(of: "[[zone]]\nfrom = 2026-06-01T10:00:00Z\nname = 'UTC'") == [
                "2:8: from must be a date like \"2026-06-01\", not a date with a time"
            ]
        )
    }

    @Test(arguments: [
        ("  ", "is empty; give a name or remove the key"),
        (" me", "begins or ends with a blank; remove it"),
        ("m\\u0007e", "holds a control character; remove it"),
    ])
    func `a name is something one can see`(name: String, complaint: String) {
        let found = mistakes(of: "[[folder]]\npath = '/a'\nperson = \"\(name)\"")
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix(complaint) == true)
    }

    @Test func `ranks have limits`() {
        #expect(mistakes(of: "source.a.rank = -1000").isEmpty)
        #expect(
            mistakes(of: "source.a.rank = 1001") == [
                "1:17: rank = 1001 is out of range; it goes from -1000 to 1000"
            ]
        )
    }

    @Test func `a key cannot smuggle control characters into a message`() {
        let found = mistakes(of: "\"a\\u001B[31m\" = 1")
        #expect(found.first?.contains("\u{1B}") == false)
        #expect(found.first?.contains("a\\u{1b}[31m") == true)
    }
}
