import Daemon
import Testing

struct FailureTests {
    @Test func `each line bears the name of the program`() {
        let failure = Failure(.configuration, "amble.toml:7:3: no\namble.toml:9:1: neither")
        #expect(
            failure.lines(program: "ambled") == [
                "ambled: amble.toml:7:3: no", "ambled: amble.toml:9:1: neither",
            ]
        )
        #expect(Failure(.usage, "no").lines(program: "amble") == ["amble: no"])
    }

    @Test func `the statuses are those of sysexits`() {
        let numbers: [ExitCode: Int32] = [
            .done: 0, .usage: 64, .wrongData: 65, .noInput: 66, .unavailable: 69,
            .internalError: 70, .cannotCreate: 73, .inputOutput: 74, .tryAgain: 75,
            .noPermission: 77, .configuration: 78,
        ]
        for (code, number) in numbers { #expect(code.rawValue == number) }
    }
}
