import Model
import TestSupport
import Testing

struct ZoneFileTests {
    private func contents(_ zone: String) -> [UInt8] {
        Program.bytes("/usr/share/zoneinfo/\(zone)")
    }

    @Test func `a file that ends early is refused at every length`() {
        let whole = contents("Europe/Oslo")
        #expect(whole.count > 100)
        for length in stride(from: 0, to: whole.count - 1, by: 7) {
            #expect(throws: ZoneFileProblem.self) {
                try ZoneRules(name: "x", contents: Array(whole[..<length]))
            }
        }
    }

    @Test func `anything else is no zone file`() {
        #expect(throws: ZoneFileProblem.notAZoneFile) {
            try ZoneRules(name: "x", contents: [UInt8](repeating: 7, count: 400))
        }
    }

    @Test func `a damaged file never traps`() {
        let whole = contents("America/New_York")
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<3000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
                    UInt8.random(in: 0...255, using: &generator)
            }
            guard let rules = try? ZoneRules(name: "x", contents: bytes) else { continue }
            _ = rules.start(of: CivilDay(daysSinceEpoch: 20_000))
        }
    }

    @Test func `each problem says what to do`() {
        let problems: [ZoneFileProblem] = [.notAZoneFile, .tooOld, .truncated, .unknownRule]
        for problem in problems { #expect(problem.description.contains("time zone file")) }
    }
}
