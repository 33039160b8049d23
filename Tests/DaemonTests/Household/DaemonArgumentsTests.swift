import Daemon
import Testing

struct DaemonArgumentsTests {
    @Test func `without a word the daemon watches`() throws {
        let arguments = try DaemonArguments([])
        #expect(arguments.task == .watch)
        #expect(arguments.flags == Flags())
    }

    @Test func `values stand in the next word or behind an equals sign`() throws {
        let arguments = try DaemonArguments([
            "--state", "/s", "--inbox=/i=n", "--config", "--odd name", "--once",
        ])
        #expect(arguments.flags == Flags(state: "/s", config: "--odd name", inbox: "/i=n"))
        #expect(arguments.task == .once)
    }

    @Test(arguments: [
        ("--once", DaemonArguments.Task.once), ("--check-config", .checkConfiguration),
        ("--help", .help), ("-h", .help), ("--version", .version),
    ])
    func `each task has its word`(word: String, task: DaemonArguments.Task) throws {
        #expect(try DaemonArguments([word]).task == task)
    }

    @Test(arguments: [
        ["--bogus"], ["extra"], ["--once=yes"], ["--state"], ["--state="], ["--inbox", ""],
        ["--once", "--stat", "x"], [""],
    ])
    func `anything else is a mistake of usage in one line`(words: [String]) {
        let failure = #expect(throws: Failure.self) { try DaemonArguments(words) }
        #expect(failure?.code == .usage)
        #expect(failure?.description.contains("see ambled --help") == true)
        #expect(failure?.description.contains("\n") == false)
    }

    @Test func `the help names every option`() {
        for word in ["--state", "--config", "--inbox", "--once", "--check-config", "--version"] {
            #expect(DaemonArguments.help.contains(word))
        }
    }
}
