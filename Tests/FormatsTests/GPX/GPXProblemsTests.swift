import Model
import Testing

@testable import Formats

struct GPXProblemsTests {
    private func place(_ line: Int) -> TextPlace { TextPlace(line: line, column: 1, byte: line) }

    @Test func `neighbours with one complaint are one problem`() {
        var problems = GPXProblems()
        problems.note(.coordinates, at: place(1), "first")
        problems.note(.coordinates, at: place(2), "second")
        problems.note(.coordinates, at: place(3), "third")
        problems.notePlainPoint()
        problems.note(.coordinates, at: place(5), "fifth")
        problems.note(.unreadableTime, at: place(6), "sixth")
        #expect(
            problems.list.first.map(\.message)
                == ["first; so it is with 2 more points", "fifth", "sixth"]
        )
        #expect(problems.list.first.map(\.place.line) == [1, 5, 6])
        #expect(problems.isPartly)
    }

    @Test func `a remark does not make a file partly`() {
        var problems = GPXProblems()
        problems.remark(at: place(1), "a plan")
        #expect(!problems.isPartly)
        #expect(problems.list.count == 1)
    }

    @Test func `problems stand in the order of the file and are counted beyond the first hundred`()
    {
        var problems = GPXProblems()
        for line in (1...150).reversed() { problems.remark(at: place(line), "line \(line)") }
        #expect(problems.list.count == 150)
        #expect(problems.list.first.count == ProblemList.capacity)
        #expect(problems.list.first.map(\.place.line) == Array(51...150))
    }

    @Test func `a clock that was never set is one problem and refuses the file`() throws {
        let sample = try ReadSample(
            gpx(String(repeating: trkpt("1", "2", "1999-12-31T23:59:59Z"), count: 500))
        )
        #expect(sample.report.outcome == .refused)
        #expect(sample.report.problems.count == 1)
        #expect(sample.messages.first?.contains("1999-12-31 lies before the year 2000") == true)
        #expect(sample.messages.first?.contains("499 more points") == true)
    }

    @Test func `implausible times are kept beside plausible ones`() throws {
        let times = ["2026-07-26T05:01:04Z", "4096-01-01T00:00:00Z", "1234-01-01T00:00:01Z"]
        let sample = try ReadSample(gpx(times.map { trkpt("1", "2", $0) }.joined()))
        #expect(sample.report.outcome == .partly)
        #expect(sample.points.count == 3)
        #expect(sample.report.problems.first.map(\.place.line) == [5, 6])
        #expect(sample.messages.first?.contains("4096-01-01 lies in the future") == true)
    }

    @Test func `a time that cannot be read is named where it stands`() throws {
        let sample = try ReadSample(
            gpx(trkpt("1", "2", "2026-07-26T05:01:04Z") + trkpt("1", "2", "04-FEB-13 22:16:37"))
        )
        #expect(sample.report.outcome == .partly)
        #expect(sample.points.count == 1)
        #expect(sample.messages.first?.contains("\"04-FEB-13 22:16:37\" is no time") == true)
        #expect(sample.report.problems.first.first?.place.line == 5)
        #expect(sample.report.problems.first.first?.place.column == 24)
    }
}
