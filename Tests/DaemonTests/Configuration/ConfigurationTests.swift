import Daemon
import LinuxSystem
import Model
import TestSupport
import Scoring
import Testing

/// Surroundings of `/etc/amble/amble.toml` for a person at `/home/kari`, with three zones.
let surroundings = ConfigurationSurroundings(
    folder: FilePath("/etc/amble"),
    home: FilePath("/home/kari"),
    state: FilePath("/home/kari/.local/state/amble"),
    complaintAboutZone: { name in
        ["Europe/Oslo", "Asia/Tokyo", "UTC"].contains(name) ? nil : "is not a known time zone"
    },
    isFile: { $0.shown == "/etc/amble/my-levels.toml" }
)

/// The lines `line:column: message` of a file that is wrong; empty when nothing is.
func mistakes(of text: String) -> [String] {
    switch Configuration.parse(Array(text.utf8), in: surroundings) {
    case .success: []
    case .failure(let mistakes): mistakes.all.map { "\($0.line):\($0.column): \($0.message)" }
    }
}

/// The configuration of a file that is right.
func configuration(of text: String) throws -> Configuration {
    try Configuration.parse(Array(text.utf8), in: surroundings).get()
}

struct ConfigurationTests {
    @Test func `an empty file is the default configuration`() throws {
        let configuration = try configuration(of: "")
        #expect(configuration == Configuration())
        #expect(configuration.goalMinutes == 90)
        #expect(configuration.timeZone == nil)
        #expect(configuration.plan.pace == .metDays)
    }

    @Test func `comments, a byte order mark and line ends of Windows change nothing`() throws {
        #expect(try configuration(of: "# nothing\r\n\r\n") == Configuration())
        #expect(try configuration(of: "\u{FEFF}goal-minutes = 60\r\n").goalMinutes == 60)
    }

    @Test func `every key of the documentation is read`() throws {
        let configuration = try configuration(
            of: """
                time-zone = "Europe/Oslo"        # default: the system's
                goal-minutes = 75
                [[folder]]
                path = "~/Walks"
                recursive = false
                after = "move"
                person = "anna"
                source = "watch"
                [[device]]
                serial = "AB-12"
                person = "anna"
                [plan]
                pace = "calendar"
                file = "my-levels.toml"
                [[zone]]
                from = "2026-06-01"
                name = "Asia/Tokyo"
                [source."Fitbit Air"]
                rank = 1
                time-zone = "Europe/Oslo"
                """
        )
        var expected = Configuration()
        expected.timeZone = "Europe/Oslo"
        expected.goalMinutes = 75
        expected.folders = try #require(
            configuration.folders.count == 1 ? configuration.folders : nil
        )
        expected.devices = configuration.devices
        expected.plan.pace = .calendar
        expected.plan.file = FilePath("/etc/amble/my-levels.toml")
        expected.zones = configuration.zones
        expected.sources["Fitbit Air"] = configuration.sources["Fitbit Air"]
        #expect(configuration == expected)
        #expect(configuration.folders[0].path.shown == "/home/kari/Walks")
        #expect(configuration.folders[0].isRecursive == false)
        #expect(configuration.folders[0].after == .move)
        #expect(configuration.folders[0].person == "anna")
        #expect(configuration.folders[0].source == "watch")
        #expect(configuration.devices.map(\.serial) == ["AB-12"])
        #expect(configuration.devices.map(\.person) == ["anna"])
        #expect(configuration.zones.map(\.from.description) == ["2026-06-01"])
        #expect(configuration.zones.map(\.name) == ["Asia/Tokyo"])
        #expect(configuration.sources["Fitbit Air"]?.rank == 1)
        #expect(configuration.sources["Fitbit Air"]?.timeZone == "Europe/Oslo")
    }

    @Test func `a folder has defaults`() throws {
        let folder = try #require(
            configuration(of: "[[folder]]\npath = '/data/walks/'").folders.first
        )
        #expect(folder.path.shown == "/data/walks")
        #expect(folder.isRecursive)
        #expect(folder.after == .keep)
        #expect(folder.person == "me")
        #expect(folder.source == nil)
    }

    @Test func `relative paths begin at the folder of the file`() throws {
        let text = "[[folder]]\npath = \"in\"\n[[folder]]\npath = \"../b\""
        #expect(
            try configuration(of: text).folders.map(\.path.shown) == [
                "/etc/amble/in", "/etc/amble/../b",
            ]
        )
    }

    @Test func `a date stands in quotes or without`() throws {
        let text = """
            [[zone]]
            from = 2026-09-01
            name = "Europe/Oslo"
            [[zone]]
            from = "2026-06-01"
            name = "Asia/Tokyo"
            """
        let zones = try configuration(of: text).zones
        #expect(zones.map(\.from.description) == ["2026-06-01", "2026-09-01"])
        #expect(zones.map(\.name) == ["Asia/Tokyo", "Europe/Oslo"])
    }

    @Test func `inline tables and dotted keys mean the same`() throws {
        let long = "[plan]\npace = 'calendar'\n[[device]]\nserial = 'x'\n[source.a]\nrank = 3"
        let short = "device = [{serial = 'x'}]\nplan.pace = 'calendar'\nsource.a.rank = 3"
        #expect(try configuration(of: long) == configuration(of: short))
    }

    @Test(arguments: [1, 600])
    func `the goal has limits that belong to it`(minutes: Int) throws {
        #expect(try configuration(of: "goal-minutes = \(minutes)").goalMinutes == minutes)
    }

    @Test func `mistakes are named as compilers name them`() {
        let mistake = ConfigurationMistake(line: 7, column: 3, message: "no")
        #expect(mistake.line(in: "amble.toml") == "amble.toml:7:3: no")
        let whole = ConfigurationMistake(line: 0, column: 0, message: "no")
        #expect(whole.line(in: "amble.toml") == "amble.toml: no")
    }

    @Test func `no bytes whatever make the reader stop`() {
        var random = SeededGenerator(seed: 4)
        let seed = Array(
            "[[folder]]\npath = \"~\"\n[source.'a']\nrank = 1\nx = [{}, 2026-01-01]\n".utf8
        )
        for _ in 0..<2000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.insert(bytes[index], at: index)
                default: bytes.removeSubrange(index..<min(bytes.count, index + 3))
                }
                if bytes.isEmpty { bytes = seed }
            }
            guard case .failure(let mistakes) = Configuration.parse(bytes, in: surroundings) else {
                continue
            }
            #expect(!mistakes.all.isEmpty)
            #expect(mistakes.all.allSatisfy { !$0.message.isEmpty })
        }
    }
}
