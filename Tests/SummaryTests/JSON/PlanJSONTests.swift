import Model
import Scoring
import Testing

@testable import Summary

@Suite struct PlanJSONTests {
    @Test func `a plan that was not started holds only its mode`() {
        var plan = Example.plan
        plan.mode = .none
        #expect(PlanJSON.object(plan, hasData: true).text == #"{"mode":"none"}"#)
    }

    @Test func `without data there are no minutes, no per cent and no marks`() {
        var plan = Example.plan
        plan.result = .noData
        #expect(
            PlanJSON.object(plan, hasData: false).text
                == [
                    #"{"mode":"level","pace":"met-days","level":"3","dayOfLevel":3,"#,
                    #""targets":[{"minutes":20},{"minutes":10}],"result":"no-data"}"#,
                ].joined()
        )
    }

    @Test func `suspended and paused plans ask for nothing and keep their level`() {
        for mode in [PlanMode.suspended, .paused] {
            let plan = PlanDay(
                mode: mode,
                pace: .calendar,
                level: "0.1",
                dayOfLevel: 2,
                result: .suspended,
                flags: mode == .suspended ? ["fever"] : []
            )
            let flags = mode == .suspended ? #","flags":["fever"]"# : ""
            #expect(
                PlanJSON.object(plan, hasData: true).text
                    == #"{"mode":"\#(mode.rawValue)","pace":"calendar","level":"0.1","#
                    + #""dayOfLevel":2,"targets":[],"result":"suspended"\#(flags)}"#
            )
        }
    }

    @Test func `ranges, extra strolls and all that may apply are there`() {
        let plan = PlanDay(
            mode: .level,
            pace: .metDays,
            level: "6",
            dayOfLevel: 4,
            targets: [
                PlanTarget(minutes: 12, upTo: 15, isMet: false),
                PlanTarget(minutes: 10, isOptional: true, isMet: true),
            ],
            result: .partly,
            time: Milliseconds(558_000),
            percent: 77,
            heldUntil: Example.date,
            flags: ["leg-weakness"],
            metDays7: 4,
            baseline: 8
        )
        #expect(
            PlanJSON.object(plan, hasData: true).text
                == [
                    #"{"mode":"level","pace":"met-days","level":"6","dayOfLevel":4,"#,
                    #""targets":[{"minutes":12,"upTo":15,"met":false},"#,
                    #"{"minutes":10,"optional":true}],"result":"partly","planMinutes":9.3,"#,
                    #""percent":77,"heldUntil":"2026-11-21","flags":["leg-weakness"],"#,
                    #""metDays7":4,"baseline":8}"#,
                ].joined()
        )
    }
}
