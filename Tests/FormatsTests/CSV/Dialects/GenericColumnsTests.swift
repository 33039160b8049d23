import Model
import Testing

@testable import Formats

@Suite struct GenericColumnsTests {
    private func find(_ words: String, name: String = "walks.csv") throws -> GenericColumns? {
        let header = CSVHeader(
            words.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        )
        return try GenericColumns.find(in: header, fileName: name)
    }

    private func reason(_ words: String, name: String = "walks.csv") throws -> String? {
        do {
            _ = try find(words, name: name)
            return nil
        } catch let refusal as CSVRefusal {
            return refusal.problem.message
        }
    }

    @Test func `roles are found by name, in any order and spelling`() throws {
        #expect(
            try find("Steps,Data Source,End Time,START_TIME")
                == GenericColumns(time: 3, end: 2, count: 0, source: 1)
        )
        #expect(try find("date,time,steps") == GenericColumns(time: 0, clock: 1, count: 2))
        #expect(
            try find("begin,Duration (s),number of steps")
                == GenericColumns(time: 0, length: .init(column: 1, unit: 1000), count: 2)
        )
        #expect(
            try find("time,total since reset")
                == GenericColumns(time: 0, count: 1, isCounter: true)
        )
    }

    @Test func `columns that speak of steps and count none are passed over`() throws {
        #expect(try find("time,steps,step goal,step length,steps per minute rate")?.count == 1)
    }

    @Test func `no time or no count is no table of steps`() throws {
        #expect(try find("time,heart rate") == nil)
        #expect(try find("steps,heart rate") == nil)
        #expect(try find("time,value") == nil)
        #expect(try find("time,value", name: "steps.csv")?.count == 1)
        #expect(try find("a,b") == nil)
    }

    @Test(
        arguments: [
            ("time,steps,step count", "\"steps\" and \"step count\" could each be the count"),
            ("time,steps,steps", "could each be the count"),
            ("time,steps,cumulative steps", "could each be the count"),
            ("time,aerobic steps", "may be the count, or a part of it"),
            ("time,timestamp,steps", "could each be the time"),
            ("date,start,end,steps", "could each be the time"),
            ("date,time,timestamp,steps", "could each be the time"),
            ("start,end,stop,steps", "could each be the end"),
            ("time,steps,source,device", "could each be the source"),
            ("time,steps,user", "may hold the steps of several people"),
            ("time,end,step counter", "a counter is read at one time"),
            ("date,time,end,steps", "do not go together"),
            ("start,duration (h),steps", "has a unit of time that is not known"),
            ("time,count,type", "leave open what is counted"),
        ])
    func `what could be two things is refused`(words: String, fault: String) throws {
        #expect(try reason(words)?.contains(fault) == true)
    }

    @Test func `a column of zones is not overlooked`() throws {
        let local = try CSVTrial("timestamp,steps,utc_offset\n2026-10-01 06:15,5,+02:00\n")
        #expect(local.report.outcome == .refused)
        #expect(local.problems[0].contains("\"utc_offset\""))
        let placed = try CSVTrial("timestamp,steps,utc_offset\n2026-10-01T06:15Z,5,+02:00\n")
        #expect(placed.report.outcome == .taken)
    }

    @Test func `a header that holds the signs of others is cut at its own`() throws {
        let trial = try CSVTrial("Start;Steps;Note, if any\n2026-10-01T06:15Z;5;home, office\n")
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.steps.map(\.steps) == [5])
    }
}
